import type { JSX } from 'preact'
import type { StandingWords } from './standing.ts'

type Props = { readonly standing: StandingWords; readonly saved: JSX.Element }

/** How the response stands, always in sight: what it is worth and where the answers are, then what to do by when. */
export const FillBanner = ({ standing: { tone, title, text }, saved }: Props): JSX.Element => (
  <div class={`banner standing ${tone}`}>
    <div class="standing-line">
      <strong>{title}</strong>
      {saved}
    </div>
    <p class="standing-more">{text}</p>
  </div>
)

/** The same place before anything is known. */
export const OpeningBanner = (): JSX.Element => (
  <div class="banner standing">
    <div class="standing-line" role="status">
      <strong>Ouverture de votre dossier…</strong>
    </div>
    <p class="standing-more">
      <noscript>Activez JavaScript dans votre navigateur pour remplir ce questionnaire.</noscript>
    </p>
  </div>
)
