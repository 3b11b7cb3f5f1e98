import type { JSX } from 'preact'
import { textOf } from '../../../forms/editing/items.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import {
  setInputType,
  setMoney,
  setPageTitle,
  setProperty,
  withText,
} from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import { CellKindField } from './cell-kind-field.tsx'
import { CheckBox } from './check-box.tsx'
import { type FieldProps, fieldName, fieldWords, labelOf } from './field-props.ts'
import { ImageField } from './image-field.tsx'
import { InformationText } from './information-text.tsx'
import { NumberField } from './number-field.tsx'
import { valueWords } from './property-words.ts'

/** One property of what is selected, by what it may hold. */
export const PropertyField = (props: FieldProps): JSX.Element => {
  const { json, property, facts, board } = props
  if (property === 'imageLink') return <ImageField board={board} pointer={props.pointer} />
  if (property === 'cellType') return <CellKindField {...props} />
  if (property === 'html') return <InformationText {...props} />
  const isDay = (property === 'min' || property === 'max') && isOfDays(json)
  if (facts.type === 'boolean') return <CheckField {...props} />
  if (facts.values && facts.values.length <= 14) return <ChoiceField {...props} values={facts.values} />
  if (facts.type === 'number' || ((property === 'min' || property === 'max') && !isDay))
    return <NumberField {...props} />
  const { label, hint } = fieldWords(props)
  const set = (text: string) => board.apply(textEdit(props, text))
  return (
    <Field name={fieldName(props)} label={label} hint={hint}>
      {(tied) =>
        LONG.has(property) || facts.type === 'condition' ? (
          <textarea
            {...tied}
            rows={2}
            class={facts.type === 'condition' ? 'typed-code' : undefined}
            value={textOf(json[property])}
            readOnly={board.isReadOnly}
            onInput={(event) => set(event.currentTarget.value)}
          />
        ) : isDay ? (
          <input
            {...tied}
            type="date"
            value={textOf(json[property])}
            readOnly={board.isReadOnly}
            onInput={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <input
            {...tied}
            autocomplete="off"
            value={textOf(json[property])}
            readOnly={board.isReadOnly}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )
      }
    </Field>
  )
}

const LONG = new Set(['description', 'templateDescription'])

const CheckField = (props: FieldProps): JSX.Element => {
  const { board, pointer, json, property, facts } = props
  const { label, hint } = fieldWords(props)
  const isOn = json[property] === undefined ? facts.default === true : json[property] === true
  return (
    <CheckBox
      board={board}
      isOn={isOn}
      onChange={(checked) => {
        const label = labelOf(property, json)
        const value = checked === (facts.default === true) ? undefined : checked
        board.apply(
          property === 'money'
            ? setMoney(board.content, pointer, checked, label)
            : setProperty(board.content, pointer, property, { value, label }),
        )
      }}
    >
      {label}
      {hint ? <small>{hint}</small> : null}
    </CheckBox>
  )
}

const ChoiceField = (props: FieldProps & { values: readonly string[] }): JSX.Element => {
  const { board, pointer, json, property, facts, values } = props
  const { label, hint } = fieldWords(props)
  const value = json[property]
  const given = typeof value === 'string' ? value : undefined
  const standard = typeof facts.default === 'string' ? facts.default : ''
  const options = [...new Set([standard, ...values, ...(given === undefined ? [] : [given])])]
  return (
    <Field name={fieldName(props)} label={label} hint={hint}>
      {(tied) => (
        <select
          {...tied}
          value={given ?? standard}
          disabled={board.isReadOnly}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            const label = labelOf(property, json)
            const value = chosen === standard ? undefined : chosen
            board.apply(
              property === 'inputType'
                ? setInputType(board.content, pointer, chosen, label)
                : setProperty(board.content, pointer, property, { value, label }),
            )
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {option === '' ? 'Non précisé' : valueWords(option, property)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

const isOfDays = ({ inputType }: JsonObject): boolean => inputType === 'date'

/** The edit of a text that is typed; that of a page's title also titles its section. */
const textEdit = ({ board, pointer, json, property }: FieldProps, text: string) => {
  const label = labelOf(property, json)
  if (property === 'title' && /^\/definition\/pages\/\d+$/.test(pointer))
    return setPageTitle(board.content, pointer, text, label)
  return setProperty(board.content, pointer, property, { value: withText(json[property], text), label })
}
