import type { JSX } from 'preact'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { deadlineText } from '../../forms/dates.ts'
import { closingInstant, isDay, LAST_DAY, localDay } from '../../forms/deadline.ts'
import { serverNow } from '../shared/clock.ts'
import { Field } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { counted } from './campaign-words.ts'
import { AlreadyReminded, draftWords, notStartedWords, RemindMessage } from './remind-dialog.tsx'
import type { SeveralAction } from './several-actions.ts'

type Fields = { readonly lastDay: string; readonly words: string }

type Props = {
  readonly campaign: CampaignView
  readonly kind: SeveralAction
  readonly rows: readonly CampaignRow[]
  readonly fields: Fields
  readonly faults: Faults
  readonly onChange: (part: Partial<Fields>) => void
}

/** What will follow, in words, and what it takes: a day and a reason, or a word to add, or nothing. */
export const SeveralFields = (props: Props): JSX.Element => {
  if (props.kind === 'validate') return <ToValidate rows={props.rows} />
  return props.kind === 'extend' ? <ToExtend {...props} /> : <ToRemind {...props} />
}

const ToRemind = ({ campaign, rows, fields, faults, onChange }: Props): JSX.Element => {
  const drafts = rows.filter(({ status }) => status === 'draft').length
  return (
    <>
      <p>
        Ces dossiers recevront un mél avec leur échéance : {notStartedWords(rows.length - drafts)},{' '}
        {draftWords(drafts)}.
      </p>
      <AlreadyReminded rows={rows} zone={campaign.zone} />
      <RemindMessage value={fields.words} faults={faults.message} onChange={(words) => onChange({ words })} />
    </>
  )
}

const ToExtend = ({ campaign, rows, fields, faults, onChange }: Props): JSX.Element => {
  const { zone } = campaign
  const missed = rows.filter(({ status }) => status === 'missed').length
  return (
    <>
      <p>
        Tous auront jusqu’au même jour. Un dossier qui a déjà un délai plus long le garde.
        {missed > 0
          ? ` ${counted(missed, 'dossier')} hors délai ${missed > 1 ? 'se rouvriront' : 'se rouvrira'}, avec ce qui y était écrit.`
          : ''}
      </p>
      <Field name="lastDay" label="Nouveau dernier jour, compris" faults={faults.lastDay}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            max={LAST_DAY}
            min={localDay(serverNow(), zone)}
            value={fields.lastDay}
            onInput={(event) => onChange({ lastDay: event.currentTarget.value })}
          />
        )}
      </Field>
      <p role="status" class="until">
        {isDay(fields.lastDay)
          ? `Ouverts jusqu’au ${deadlineText(closingInstant(fields.lastDay, zone), zone)}.`
          : ''}
      </p>
      <Field
        name="reason"
        label="Motif"
        hint="Les partenaires le liront sur leurs démarches et dans le mél qui les prévient."
        faults={tooLong(fields.words, 500) ?? faults.reason}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={3}
            value={fields.words}
            onInput={(event) => onChange({ words: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

const ToValidate = ({ rows }: { rows: readonly CampaignRow[] }): JSX.Element => (
  <>
    <p>
      Une fois validés, ces dossiers ne changent plus, et leurs partenaires sont prévenus par mél. Un envoi
      arrivé depuis que cette liste a été lue n’est pas validé : il reste à lire.
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
    <section class="outcomes" aria-label="Dossiers à valider" tabIndex={0}>
      <ul>
        {rows.slice(0, MOST_NAMED).map(({ id, projectName, reference }) => (
          <li key={id}>
            {projectName} <span class="quiet-text ref">{reference}</span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_NAMED ? <p>et {counted(rows.length - MOST_NAMED, 'autre')}</p> : null}
    </section>
  </>
)

const MOST_NAMED = 200
