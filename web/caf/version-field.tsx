import type { JSX } from 'preact'
import type { StartedFrom } from '../../forms/editing-wire.ts'
import { Field } from '../shared/field.tsx'
import type { FormRow } from './form-words.ts'

type Props = {
  /** Published ones. */
  readonly forms: readonly FormRow[]
  readonly chosen: StartedFrom | undefined
  readonly faults: readonly string[] | undefined
  readonly onChoose: (chosen: StartedFrom) => void
}

/** Chooses a version among those of several questionnaires, the latest of each first. */
export const VersionField = ({ forms, chosen, faults, onChoose }: Props): JSX.Element => (
  <div class="under-choice">
    <Field name="from" label="Questionnaire et version" faults={faults}>
      {(tied) => (
        <select
          {...tied}
          value={chosen ? `${chosen.formId} ${chosen.version}` : ''}
          onChange={(event) => {
            const [formId = '', version] = event.currentTarget.value.split(' ')
            onChoose({ formId, version: Number(version) })
          }}
        >
          {forms.map(({ id, title, latestVersion = 0 }) => (
            <optgroup key={id} label={title}>
              {Array.from({ length: latestVersion }, (_, i) => latestVersion - i).map((version) => (
                <option key={version} value={`${id} ${version}`}>
                  {title}, version {version}
                  {version === latestVersion ? ' (la dernière)' : ''}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  </div>
)

/** The latest version of the first of them. */
export const latestVersionOf = ([first]: readonly FormRow[]): StartedFrom | undefined =>
  first?.latestVersion === undefined ? undefined : { formId: first.id, version: first.latestVersion }
