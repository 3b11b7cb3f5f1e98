import type { JSX } from 'preact'
import type { FormList } from '../../forms/editing-wire.ts'
import { Field } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { type CampaignFields, schoolYearsAround } from './campaign-fields.ts'

type Props = {
  readonly fields: CampaignFields
  readonly forms: FormList['items']
  readonly faults: Faults
  readonly change: (part: Partial<CampaignFields>) => void
  readonly now: string
  /** The questionnaire of a campaign that exists does not change, its version may. */
  readonly isNew: boolean
}

/** What is asked, about which year, under which title. */
export const QuestionFields = ({ fields, forms, faults, change, now, isNew }: Props): JSX.Element => {
  const form = forms.find(({ id }) => id === fields.formId)
  const latest = Math.max(form?.latestVersion ?? 1, fields.version)
  const years = [...new Set([fields.schoolYear, ...schoolYearsAround(now)])].toSorted()
  const choose = (id: string) =>
    change({ formId: id, version: forms.find((other) => other.id === id)?.latestVersion ?? 1 })
  return (
    <section class="card" aria-labelledby="demande">
      <h2 id="demande">Ce qui est demandé</h2>
      <div class="pair">
        <Field name="formId" label="Questionnaire" faults={faults.formId}>
          {(tied) => (
            <select
              {...tied}
              value={fields.formId}
              disabled={!isNew}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              {forms.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="version" label="Version" faults={faults.version}>
          {(tied) => (
            <select
              {...tied}
              value={fields.version}
              onChange={(event) => change({ version: Number(event.currentTarget.value) })}
            >
              {Array.from({ length: latest }, (_, i) => latest - i).map((version) => (
                <option key={version} value={version}>
                  {version}
                  {version === latest ? ' (la dernière)' : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="schoolYear" label="Année scolaire" faults={faults.schoolYear}>
          {(tied) => (
            <select
              {...tied}
              value={fields.schoolYear}
              onChange={(event) => change({ schoolYear: event.currentTarget.value })}
            >
              {years.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        name="title"
        label="Titre"
        hint="Les partenaires le lisent sur leurs démarches et dans les méls."
        faults={tooLong(fields.title, 200) ?? faults.title}
      >
        {(tied) => (
          <input
            {...tied}
            type="text"
            autocomplete="off"
            value={fields.title}
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        )}
      </Field>
    </section>
  )
}
