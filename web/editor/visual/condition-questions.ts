// The questions that a condition may look at, from where it stands: all of the questionnaire, and in a table or a
// repeated block what stands in the same row or block.

import { cellTypeOf } from '../../../forms/editing/cell-type.ts'
import type { Operator } from '../../../forms/editing/condition.ts'
import { entryOf } from '../../../forms/editing/entries.ts'
import {
  calledOf,
  flatten,
  type Item,
  itemAt,
  itemsOf,
  nameOf,
  objectAt,
  textOf,
} from '../../../forms/editing/items.ts'
import { isObject, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import type { Content } from '../../../forms/editing-wire.ts'

export type Asked = {
  /** As a condition names it: `statut`, `row.age`. */
  readonly ref: string
  readonly title: string
  readonly nature: 'choice' | 'choices' | 'number' | 'boolean' | 'text' | 'list'
  readonly options: readonly { readonly value: string | number | boolean; readonly text: string }[]
}

/** Those a condition of what stands at a pointer may name, nearest first. */
export const askedFrom = (content: Content, pointer: string): Asked[] => {
  const items = itemsOf(content)
  const [, table] = /^(.*)\/columns\/\d+/.exec(pointer) ?? []
  const [, block] = /^(.*?)\/templateElements\//.exec(pointer) ?? []
  const row = table ? columnsOf(objectAt(content, table), pointer) : []
  const blockItem = block ? itemAt(items, block) : undefined
  const beside = blockItem ? fromItems(blockItem.children, pointer, 'panel.') : []
  return [...row, ...beside, ...fromItems(items.map(withoutBlocks), pointer, '')]
}

export const operatorsOf = ({ nature }: Asked): readonly Operator[] => OPERATORS[nature]

const FILLED: readonly Operator[] = ['notempty', 'empty']
const OPERATORS: Record<Asked['nature'], readonly Operator[]> = {
  choice: ['=', '<>', 'anyof', ...FILLED],
  choices: ['contains', 'notcontains', 'anyof', ...FILLED],
  number: ['=', '<>', '>', '>=', '<', '<=', ...FILLED],
  boolean: ['=', ...FILLED],
  text: ['=', '<>', 'contains', ...FILLED],
  list: FILLED,
}

const fromItems = (items: readonly Item[], pointer: string, prefix: string): Asked[] =>
  flatten(items)
    .filter(
      (item) => item.kind === 'question' && item.pointer !== pointer && item.name && !MUTE.has(item.type),
    )
    .map(({ name, json, type }) => askedOf(`${prefix}${name}`, json, type))

/** What stands in a repeated block is named from inside it alone. */
const withoutBlocks = (item: Item): Item => ({
  ...item,
  children: item.type === 'paneldynamic' ? [] : item.children.map(withoutBlocks),
})

const columnsOf = (table: JsonObject, pointer: string): Asked[] =>
  (Array.isArray(table.columns) ? table.columns : []).flatMap((column, i) =>
    isObject(column) && !pointer.endsWith(`/columns/${i}`) && nameOf(column)
      ? [
          askedOf(
            `row.${nameOf(column)}`,
            { choices: table.choices ?? [], ...column },
            cellTypeOf(column, table),
          ),
        ]
      : [],
  )

const MUTE = new Set(['html', 'image'])

const askedOf = (ref: string, json: JsonObject, type: string): Asked => {
  const asked = { ref, title: calledOf(json) }
  if (type === 'boolean') return { ...asked, nature: 'boolean', options: booleanOptions(json) }
  if (type === 'rating') return { ...asked, nature: 'number', options: [] }
  if (['radiogroup', 'dropdown'].includes(type))
    return { ...asked, nature: 'choice', options: optionsOf(json) }
  if (type === 'slider')
    return { ...asked, nature: json.sliderType === 'range' ? 'list' : 'number', options: [] }
  if (type === 'imagepicker' && json.multiSelect !== true)
    return { ...asked, nature: 'choice', options: optionsOf(json) }
  if (['checkbox', 'tagbox', 'ranking', 'imagepicker'].includes(type))
    return { ...asked, nature: 'choices', options: optionsOf(json) }
  if (type === 'expression' || (type === 'text' && json.inputType === 'number'))
    return { ...asked, nature: type === 'expression' && json.money !== true ? 'text' : 'number', options: [] }
  return { ...asked, nature: ['text', 'comment'].includes(type) ? 'text' : 'list', options: [] }
}

const optionsOf = (json: JsonObject): Asked['options'] => [
  ...(Array.isArray(json.choices) ? json.choices.flatMap((choice) => entryOf(choice) ?? []) : []),
  ...(json.showOtherItem === true ? [{ value: 'other', text: textOf(json.otherText) || 'Autre' }] : []),
  ...(json.showNoneItem === true ? [{ value: 'none', text: textOf(json.noneText) || 'Aucun' }] : []),
]

const booleanOptions = (json: JsonObject): Asked['options'] => {
  const given = (value: JsonObject[string] | undefined, otherwise: boolean) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : otherwise
  return [
    { value: given(json.valueTrue, true), text: textOf(json.labelTrue) || 'Oui' },
    { value: given(json.valueFalse, false), text: textOf(json.labelFalse) || 'Non' },
  ]
}
