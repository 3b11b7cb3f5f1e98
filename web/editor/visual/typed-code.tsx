import type { JSX } from 'preact'
import { Field } from '../../shared/field.tsx'
import { propertyWords } from './property-words.ts'

type Props = {
  /** The property that holds the code. */
  readonly property: 'name' | 'value'
  readonly value: string
  readonly fault: string | undefined
  readonly isReadOnly: boolean
  readonly onType: (code: string) => void
  readonly onLeave?: () => void
}

/** A field for a code that answers are kept by. */
export const TypedCode = ({ property, value, fault, isReadOnly, onType, onLeave }: Props): JSX.Element => {
  const { label, hint } = propertyWords(property)
  return (
    <Field name={`plan-${property}`} label={label} hint={hint} faults={fault ? [fault] : []}>
      {(tied) => (
        <input
          {...tied}
          class="typed-code"
          autocomplete="off"
          spellcheck={false}
          value={value}
          readOnly={isReadOnly}
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  )
}
