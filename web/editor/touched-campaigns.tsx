// Where a change that touches answers leads: for each campaign that runs, the page where it is tried on its responses.
import type { JSX } from 'preact'
import { movingUrl } from '../../forms/addresses.ts'
import type { Change } from '../../forms/publishing-wire.ts'
import { Note } from '../shared/feedback.tsx'
import { quoted } from '../shared/words.ts'
import type { Campaign } from './running.ts'

type Props = {
  readonly changes: readonly Change[] | undefined
  readonly campaigns: readonly Campaign[]
}

/** Said before publishing: whose answers the changes touch, and where to see what becomes of them. */
export const TouchedCampaigns = ({ changes = [], campaigns }: Props): JSX.Element | null => {
  const isTouching = changes.some(({ effect }) => effect === 'answers')
  if (!isTouching || campaigns.length === 0) return null
  return (
    <>
      <Note tone="warn">
        Ces changements touchent des réponses, et {campaigns.length === 1 ? 'une campagne' : 'des campagnes'}{' '}
        en attend{campaigns.length === 1 ? '' : 'ent'}. Vous pouvez d’abord voir, dossier par dossier, ce que
        deviendraient les réponses déjà données :
      </Note>
      <CampaignLinks
        to="brouillon"
        campaigns={campaigns}
        words={({ title }) => `Essayer sur les dossiers de ${quoted(title)}`}
      />
    </>
  )
}

type LinksProps = {
  readonly campaigns: readonly Campaign[]
  readonly words: (campaign: Campaign) => string
  /** What it goes on with. */
  readonly to: number | 'brouillon'
}

/** A link for each campaign to where it goes on with another version. */
export const CampaignLinks = ({ campaigns, words, to }: LinksProps): JSX.Element => (
  <ul class="next-steps">
    {campaigns.map((campaign) => (
      <li key={campaign.id}>
        <a href={movingUrl(campaign, to)}>{words(campaign)}</a>
      </li>
    ))}
  </ul>
)
