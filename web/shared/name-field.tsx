import type { JSX } from 'preact'
import { Field } from './field.tsx'
import { tooLong } from './too-long.ts'

/** The server takes no longer name. */
const MOST = 200

type Props = {
  readonly name: 'organisationName' | 'projectName'
  readonly label: string
  readonly hint: string
  readonly faults: readonly string[] | undefined
  readonly autocomplete?: 'organization'
  readonly value: string
  readonly onInput: (value: string) => void
}

/** The name of something: whole, however long it was pasted, and said to be too long where it is. */
export const NameField = (props: Props): JSX.Element => {
  const { name, label, hint, faults, autocomplete = 'off', value, onInput } = props
  return (
    <Field name={name} label={label} hint={hint} faults={tooLong(value, MOST) ?? faults}>
      {(tied) => (
        <input
          {...tied}
          type="text"
          autocomplete={autocomplete}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
