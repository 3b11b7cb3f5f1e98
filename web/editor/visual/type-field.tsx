import type { JSX } from 'preact'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { kindOf, kindWords } from './type-words.ts'

/** Types that say the same of their choices, or of their text: one becomes another and loses nothing. */
const ALIKE = [
  ['radiogroup', 'dropdown', 'checkbox', 'tagbox'],
  ['text', 'comment'],
]

type Props = { readonly board: Board; readonly pointer: string; readonly json: JsonObject }

export const TypeField = ({ board, pointer, json }: Props): JSX.Element | null => {
  const type = typeof json.type === 'string' ? json.type : ''
  const alike = ALIKE.find((types) => types.includes(type))
  const kind = kindOf(json)
  if (!alike || (type === 'text' && kind !== 'text')) return null
  return (
    <Field name="plan-type" label="Type de question">
      {(tied) => (
        <select
          {...tied}
          value={type}
          disabled={board.isReadOnly}
          onChange={(event) =>
            board.apply(
              setProperty(board.content, pointer, 'type', {
                value: event.currentTarget.value,
                label: 'Changer le type d’une question',
              }),
            )
          }
        >
          {alike.map((one) => (
            <option key={one} value={one}>
              {kindWords(one === type ? kind : one).label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
