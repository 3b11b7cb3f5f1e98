import type { JSX } from 'preact'
import { cafZones, deadlineText, zoneName } from '../../forms/dates.ts'
import { closingInstant, LAST_DAY } from '../../forms/deadline.ts'
import { Field } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'
import type { CampaignFields } from './campaign-fields.ts'

type Props = {
  readonly fields: CampaignFields
  readonly faults: Faults
  readonly change: (part: Partial<CampaignFields>) => void
  /** Once it has opened its days stand; reminders still change. */
  readonly isStarted: boolean
}

/** From when to when, by which clock, and when people are reminded. */
export const DayFields = ({ fields, faults, change, isStarted }: Props): JSX.Element => (
  <section class="card" aria-labelledby="quand">
    <h2 id="quand">Quand</h2>
    {isStarted ? (
      <p>
        La campagne est ouverte : son titre, ses dates et son public ne changent plus. L’échéance est{' '}
        <strong>{deadlineText(closingInstant(fields.lastDay, fields.zone), fields.zone)}</strong> ; elle se
        reporte depuis la page de la campagne.
      </p>
    ) : (
      <Days {...{ fields, faults, change }} />
    )}
    <Field
      name="reminderDays"
      label="Rappels, en jours avant le dernier jour"
      hint="Séparés par des virgules ; 0 est le dernier jour. Seuls ceux qui n’ont pas transmis sont relancés."
      faults={faults.reminderDays}
    >
      {(tied) => (
        <input
          {...tied}
          type="text"
          autocomplete="off"
          value={fields.reminders}
          onInput={(event) => change({ reminders: event.currentTarget.value })}
        />
      )}
    </Field>
  </section>
)

const Days = ({ fields, faults, change }: Omit<Props, 'isStarted'>): JSX.Element => (
  <>
    <div class="pair">
      <Field name="firstDay" label="Premier jour" faults={faults.firstDay}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            max={LAST_DAY}
            value={fields.firstDay}
            onInput={(event) => change({ firstDay: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field name="lastDay" label="Dernier jour, compris" faults={faults.lastDay}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            max={LAST_DAY}
            value={fields.lastDay}
            onInput={(event) => change({ lastDay: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
    <Field
      name="zone"
      label="Fuseau horaire"
      hint="Celui de votre Caf, sauf raison particulière. La campagne ferme à la fin du dernier jour, à cette heure."
      faults={faults.zone}
    >
      {(tied) => (
        <select
          {...tied}
          value={fields.zone}
          onChange={(event) => change({ zone: event.currentTarget.value })}
        >
          {[...new Set([fields.zone, ...cafZones])].map((zone) => (
            <option key={zone} value={zone}>
              {zoneName(zone)}
            </option>
          ))}
        </select>
      )}
    </Field>
  </>
)
