import type { JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import { keptUntil, monthsText } from '../../forms/retention.ts'
import { Field } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'
import { type CampaignFields, keptMonthsFault } from './campaign-fields.ts'

type Props = {
  readonly fields: CampaignFields
  readonly faults: Faults
  readonly change: (part: Partial<CampaignFields>) => void
}

/** How long answers are kept, and what that means for this campaign. */
export const RetentionField = ({ fields, faults, change }: Props): JSX.Element => (
  <>
    <Field
      name="keptMonths"
      label="Conservation des réponses, en mois"
      hint="Comptée à partir du dernier jour. Ensuite, les dossiers de la campagne sont supprimés pour de bon : réponses, documents, messages et historique. Les partenaires lisent cette date."
      faults={faults.keptMonths}
    >
      {(tied) => (
        <input
          {...tied}
          type="text"
          inputMode="numeric"
          maxLength={3}
          class="short"
          value={fields.keptMonths}
          onInput={(event) => change({ keptMonths: event.currentTarget.value })}
        />
      )}
    </Field>
    <p class="quiet-text" role="status">
      {meaningOf(fields)}
    </p>
  </>
)

const meaningOf = (fields: CampaignFields): string => {
  if (keptMonthsFault(fields)) return ''
  const keptMonths = Number(fields.keptMonths)
  const { lastDay, zone } = fields
  const until = lastDay
    ? `, soit jusqu’au ${deadlineText(keptUntil({ lastDay, zone, keptMonths }), zone)}`
    : ''
  return `Les réponses sont gardées ${monthsText(keptMonths)}${until}.`
}
