import type { JSX, TargetedInputEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from '../shared/field.tsx'
import type { Faults } from '../shared/refusal.tsx'

/** What is asked of the log; `''` where nothing is. */
export type Asked = {
  readonly person: string
  readonly response: string
  readonly from: string
  readonly to: string
}
export const nothingAsked: Asked = { person: '', response: '', from: '', to: '' }

type Props = { readonly faults: Faults; readonly busy: boolean; readonly onSearch: (asked: Asked) => void }

const fields = [
  { name: 'person', label: 'Personne', hint: 'Une partie du nom ou de l’adresse.', type: 'search' },
  {
    name: 'response',
    label: 'Dossier',
    hint: 'Une partie du nom du projet ou de l’organisation.',
    type: 'search',
  },
  { name: 'from', label: 'Depuis le', hint: 'Premier jour.', type: 'date' },
  { name: 'to', label: 'Jusqu’au', hint: 'Dernier jour, compris.', type: 'date' },
] as const

/** By person, dossier and days. */
export const AccessFilters = ({ faults, busy, onSearch }: Props): JSX.Element => {
  const [asked, setAsked] = useState(nothingAsked)
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(asked)
      }}
    >
      <div class="access-filters">
        {fields.map(({ name, label, hint, type }) => (
          <Field key={name} name={name} label={label} hint={hint} faults={faults[name]}>
            {(tied) => {
              const shared = {
                ...tied,
                value: asked[name],
                onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
                  setAsked({ ...asked, [name]: event.currentTarget.value }),
              }
              return type === 'date' ? (
                <input {...shared} type="date" />
              ) : (
                <input {...shared} type="search" maxLength={200} />
              )
            }}
          </Field>
        ))}
      </div>
      <button type="submit" class="btn" aria-disabled={busy}>
        Chercher
      </button>
    </form>
  )
}
