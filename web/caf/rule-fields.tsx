import type { JSX } from 'preact'
import { schoolYearLater } from '../../forms/campaign-changes.ts'
import { Field, FieldGroup } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import type { CampaignFields } from './campaign-fields.ts'
import { RetentionField } from './retention-field.tsx'

/** A convention (COF) lasts four school years: a campaign comes back three times at most. */
const MOST_YEARS = 3

const CONSEQUENCE_HINT =
  'Une phrase, dite sur la démarche, au-dessus du questionnaire et dans les rappels. Par exemple\u00a0: «\u00a0Sans transmission avant l’échéance, la prestation de service (PS) n’est pas versée.\u00a0»'

type Props = {
  readonly fields: CampaignFields
  readonly faults: Faults
  readonly change: (part: Partial<CampaignFields>) => void
  /** Once it has opened, what was announced stands; whether it recurs may still change. */
  readonly isStarted: boolean
}

/** Whether more time may be given, what a missed deadline costs, and whether it comes back each year. */
export const RuleFields = ({ fields, faults, change, isStarted }: Props): JSX.Element => (
  <section class="card" aria-labelledby="regles">
    <h2 id="regles">Les règles</h2>
    {isStarted ? null : (
      <>
        <FieldGroup
          name="extensions"
          label="Délai supplémentaire"
          hint="C’est annoncé aux partenaires, et ne change plus une fois la campagne ouverte."
          faults={faults.extensions}
        >
          <ExtensionChoice fields={fields} change={change} />
        </FieldGroup>
        <Field
          name="consequence"
          label="Ce que coûte une absence de réponse (facultatif)"
          hint={CONSEQUENCE_HINT}
          faults={tooLong(fields.consequence, 500) ?? faults.consequence}
        >
          {(tied) => (
            <textarea
              {...tied}
              rows={3}
              value={fields.consequence}
              onInput={(event) => change({ consequence: event.currentTarget.value })}
            />
          )}
        </Field>
      </>
    )}
    <Field
      name="recursUntil"
      label="Reconduction"
      hint="À la clôture, la campagne de l’année suivante est préparée automatiquement et vous est proposée. Rien n’est publié sans vous."
      faults={faults.recursUntil}
    >
      {(tied) => (
        <select
          {...tied}
          value={fields.recursUntil}
          onChange={(event) => change({ recursUntil: event.currentTarget.value })}
        >
          <option value="">Ne revient pas</option>
          {recurrences(fields).map((year) => (
            <option key={year} value={year}>
              Chaque année, jusqu’à {year}
            </option>
          ))}
        </select>
      )}
    </Field>
    <RetentionField fields={fields} faults={faults} change={change} />
  </section>
)

const ExtensionChoice = ({ fields, change }: Pick<Props, 'fields' | 'change'>): JSX.Element => (
  <>
    <label class="choice">
      <input
        type="radio"
        name="extensions"
        checked={fields.extensions}
        onChange={() => change({ extensions: true })}
      />
      <span>
        Possible
        <small>La Caf peut prolonger toute la campagne, ou un seul dossier.</small>
      </span>
    </label>
    <label class="choice">
      <input
        type="radio"
        name="extensions"
        checked={!fields.extensions}
        onChange={() => change({ extensions: false })}
      />
      <span>
        Pas de délai supplémentaire accordé
        <small>L’échéance ne se reporte pour personne, même par la Caf.</small>
      </span>
    </label>
  </>
)

/** The school years until which it may come back; the one that was chosen stays among them. */
const recurrences = ({ schoolYear, recursUntil }: CampaignFields): string[] => {
  const years = Array.from({ length: MOST_YEARS }, (_, i) => schoolYearLater(schoolYear, i + 1))
  return [...new Set([...years, ...(recursUntil ? [recursUntil] : [])])].toSorted()
}
