import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Json } from '../../../forms/editing/json-pointer.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import { type FieldProps, fieldName, fieldWords, labelOf } from './field-props.ts'

/** A number, typed as French people write it; what is no number stays in the field with the reason. */
export const NumberField = (props: FieldProps): JSX.Element => {
  const { board, pointer, json, property } = props
  const [typed, setTyped] = useState<string>()
  const isMoney = json.money === true && (property === 'min' || property === 'max')
  const { label, hint } = fieldWords(props)
  const fault = typed !== undefined && numberIn(typed, isMoney) === undefined && typed.trim() !== ''
  return (
    <Field
      name={fieldName(props)}
      label={isMoney ? `${label}, en euros` : label}
      hint={hint}
      faults={fault ? ['Écrivez un nombre, comme 12 ou 0,5.'] : []}
    >
      {(tied) => (
        <input
          {...tied}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          class="control short"
          value={typed ?? shown(json[property], isMoney)}
          readOnly={board.isReadOnly}
          onInput={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            const value = numberIn(text, isMoney)
            if (value !== undefined || text.trim() === '')
              board.apply(
                setProperty(board.content, pointer, property, { value, label: labelOf(property, json) }),
              )
          }}
          onBlur={() => fault || setTyped(undefined)}
        />
      )}
    </Field>
  )
}

/** A number as French people write it; undefined when it is none. */
export const numberIn = (text: string, isMoney: boolean): number | undefined => {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return undefined
  return isMoney ? Math.round(Number(plain) * 100) : Number(plain)
}

const shown = (value: Json | undefined, isMoney: boolean): string => {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  return String(isMoney ? value / 100 : value).replace('.', ',')
}
