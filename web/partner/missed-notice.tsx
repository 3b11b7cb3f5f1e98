// A deadline that was missed stands first on the page while something may still be done about it: for thirty days, or
// until the person has said that they know. That is kept on their device; a deadline missed again is told again.
import type { JSX } from 'preact'
import { followUrl } from '../../forms/addresses.ts'
import { deadlineText } from '../../forms/dates.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import { Banner } from '../shared/feedback.tsx'
import { useKeptText } from '../shared/kept-text.ts'
import { quoted } from '../shared/words.ts'
import { missedLately } from './due.ts'

type Props = {
  readonly owner: string
  readonly responses: readonly ResponseSummary[]
  readonly now: string
}

export const MissedNotice = ({ owner, responses, now }: Props): JSX.Element => {
  const [known, keepKnown] = useKeptText({ owner, what: 'échéances manquées' })
  const missed = missedLately(responses, now).filter(
    (response) => !known.split(' ').includes(nameOf(response)),
  )
  return (
    <>
      {missed.map((response) => (
        <Banner
          key={response.id}
          tone="stop"
          end={
            <button
              type="button"
              class="btn quiet"
              onClick={() => keepKnown(`${known} ${nameOf(response)}`.trim())}
            >
              J’ai compris<span class="sr-only"> : {response.campaignTitle}, ne plus l’afficher en tête</span>
            </button>
          }
        >
          <strong>
            Échéance manquée : {response.campaignTitle}, projet {quoted(response.projectName)}.
          </strong>{' '}
          Rien n’a été transmis avant la fin du {deadlineText(response.closesAt, response.zone)}.{' '}
          {response.consequence ? <>{response.consequence} </> : null}
          Appelez vite votre conseiller à la {response.cafName}, ou{' '}
          <a href={`${followUrl(response.id)}#messages`}>écrivez-lui ici</a>.
        </Banner>
      ))}
    </>
  )
}

const nameOf = ({ id, closesAt }: ResponseSummary): string => `${id}@${closesAt}`
