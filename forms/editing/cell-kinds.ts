// What goes in the cells of a table, as people say it. For SurveyJS a number is a text of numbers, and an amount is a
// number of cents; here each is one kind, chosen at once.
import type { Content } from '../editing-wire.ts'
import { cellTypeOf } from './cell-type.ts'
import type { Edit } from './edit.ts'
import { listAt, objectAt } from './items.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { MONEY, NUMBER } from './number-bounds.ts'
import { setProperties } from './set-property.ts'
import { hasTotalLine, isCounted } from './total-line.ts'

/** Kinds of what is typed: for SurveyJS they are all texts. */
const TYPED: Readonly<Record<string, JsonObject>> = {
  text: { maxLength: 200 },
  number: NUMBER,
  money: MONEY,
  date: { inputType: 'date' },
  email: { inputType: 'email', maxLength: 254 },
  tel: { inputType: 'tel', maxLength: 20 },
  url: { inputType: 'url', maxLength: 500 },
  month: { inputType: 'month' },
  time: { inputType: 'time' },
  'datetime-local': { inputType: 'datetime-local' },
}

const OTHERS: Readonly<Record<string, JsonObject>> = {
  comment: { maxLength: 500 },
  radiogroup: { choices: [] },
  dropdown: { choices: [] },
  checkbox: { choices: [] },
  boolean: { labelTrue: 'Oui', labelFalse: 'Non' },
  rating: { rateMin: 1, rateMax: 5 },
  expression: { expression: '' },
}

/** What a kind decides; all else that a column says stays as it is. */
const DECIDED = `inputType money min max step maxLength choices labelTrue labelFalse rateMin rateMax
  expression`.split(/\s+/)

export const cellKindOf = (column: JsonObject, table: JsonObject | undefined): string => {
  const type = cellTypeOf(column, table)
  if (type !== 'text') return type
  if (column.money === true) return 'money'
  return typeof column.inputType === 'string' ? column.inputType : 'text'
}

/** What goes in every cell of a table, calculations apart; `''` when its columns differ, undefined when it has none. */
export const sharedKindOf = (table: JsonObject): string | undefined => {
  const kinds = new Set(filled(columnsOf(table), table).map((column) => cellKindOf(column, table)))
  return kinds.size > 1 ? '' : [...kinds][0]
}

/** What a new column says, for a kind: it is totalled where the others are. */
export const columnOf = (kind: string, table: JsonObject): JsonObject => {
  const column = settingsOf(kind)
  return isCounted(column, table) && hasTotalLine(table) ? { ...column, totalType: 'sum' } : column
}

/** Changes what goes in the cells of a column. */
export const setCellKind = (content: Content, pointer: string, kind: string, label: string): Edit => ({
  label,
  patch: patchOf(content, pointer, kind),
})

/** Changes what goes in every cell of a table, but for its calculations. */
export const setAllKinds = (content: Content, table: string, kind: string, label: string): Edit => {
  const json = objectAt(content, table)
  const changed = new Set(filled(columnsOf(json), json))
  return {
    label,
    patch: listAt(content, `${table}/columns`).flatMap((column, i) =>
      isObject(column) && changed.has(column) ? patchOf(content, `${table}/columns/${i}`, kind) : [],
    ),
  }
}

const columnsOf = ({ columns }: JsonObject): JsonObject[] =>
  Array.isArray(columns) ? columns.filter(isObject) : []

/** The columns that people fill; all of them when all are calculated. */
const filled = (columns: readonly JsonObject[], table: JsonObject): readonly JsonObject[] => {
  const some = columns.filter((column) => cellTypeOf(column, table) !== 'expression')
  return some.length > 0 ? some : columns
}

const settingsOf = (kind: string): JsonObject => {
  const typed = TYPED[kind]
  return typed ? { cellType: 'text', ...typed } : { cellType: kind, ...OTHERS[kind] }
}

const patchOf = (content: Content, pointer: string, kind: string): Edit['patch'] => {
  const [, owner = ''] = /^(.*)\/columns\/\d+$/.exec(pointer) ?? []
  const [column, table] = [objectAt(content, pointer), objectAt(content, owner)]
  if (cellKindOf(column, table) === kind) return []
  const settings = settingsOf(kind)
  const wanted: [string, Json | undefined][] = [
    ['cellType', settings.cellType],
    ...DECIDED.map((key): [string, Json | undefined] => [key, kept(column, key, settings)]),
    ['totalType', totalOf(column, settings, table)],
  ]
  return setProperties(content, pointer, wanted, '').patch
}

/** Choices and lengths are the same thing from a kind to another; bounds are not: those of an amount are in cents. */
const kept = (column: JsonObject, key: string, settings: JsonObject): Json | undefined =>
  settings[key] !== undefined && (key === 'choices' || key === 'maxLength')
    ? (column[key] ?? settings[key])
    : settings[key]

/** A column that becomes one of numbers is totalled where others are; one of anything else can only be counted. */
const totalOf = (column: JsonObject, settings: JsonObject, table: JsonObject): Json | undefined => {
  const { totalType } = column
  const isTotalled = totalType !== undefined && totalType !== 'none'
  if (!isCounted(settings, table))
    return settings.cellType === 'expression' || totalType === 'count' ? totalType : undefined
  return isTotalled || !hasTotalLine(table) ? totalType : 'sum'
}
