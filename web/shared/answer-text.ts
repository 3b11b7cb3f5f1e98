// Answers in words: what a person reads in the place of a value.
import { formatMoney, formatNumber } from '../../forms/money.ts'
import { dayWords, hourWords, momentWords, phoneWords } from '../../forms/value-words.ts'
import type { Field } from './outline.ts'

/** Whether nothing was answered: absent, blank, an empty list or object. */
export const isBlank = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isBlank)
}

/** The words of a value, one string an item where several may be chosen; `comment` is what « Autre » was told. */
export const wordsOf = (field: Field, value: unknown, comment?: unknown): string[] => {
  if (field.type === 'slider' && Array.isArray(value))
    return value.length === 2
      ? [`de ${numberWords(Number(value[0]))} à ${numberWords(Number(value[1]))}`]
      : []
  if (Array.isArray(value)) return value.flatMap((item) => wordsOf(field, item, comment))
  if (isBlank(value)) return []
  const chosen = field.choices.get(String(value))
  if (chosen !== undefined) {
    return [value === 'other' && typeof comment === 'string' && comment ? `${chosen} : ${comment}` : chosen]
  }
  if (typeof value === 'number') return [numberWords(value, field.money)]
  if (typeof value === 'boolean') return [value ? 'Oui' : 'Non']
  if (typeof value !== 'string') return [fileName(value) ?? JSON.stringify(value)]
  if (field.inputType === 'date') return [dayWords(value)]
  if (field.inputType === 'time') return [hourWords(value)]
  if (field.inputType === 'datetime-local') return [momentWords(value)]
  if (field.inputType === 'tel') return [phoneWords(value)]
  return [value]
}

/** A number in French figures; integer cents, where it is money, as « 1 234,56 € ». */
export const numberWords = (value: number, money = false): string =>
  money && Number.isFinite(value) ? formatMoney(Math.round(value)) : formatNumber(value)

/** Whether a value of this field is a number: set to the right, in figures of one width. */
export const isNumeric = ({ type, inputType }: Field): boolean =>
  inputType === 'number' || type === 'slider' || type === 'expression'

/**
 * The value of a sum or difference: `{row.a} + {row.b}`, `sum({a}, {b})`, `{table-total.a} - {table.row.a}`, from the
 * values `valueAt` gives. Undefined for any other expression, and when nothing of it was answered: only SurveyJS
 * evaluates them all.
 */
export const sumOf = (expression: string, valueAt: (name: string) => unknown): number | undefined => {
  if (!isSum.test(expression)) return undefined
  const terms = [...expression.matchAll(/(-?)\s*\{(?:row\.|panel\.)?([\w.-]+)\}/g)]
  const numbers = terms.flatMap(([, minus, name = '']) => {
    const value = valueAt(name)
    return typeof value === 'number' ? [minus ? -value : value] : []
  })
  return numbers.length > 0 ? numbers.reduce((total, n) => total + n, 0) : undefined
}

const reference = String.raw`\{[\w.-]+\}`
const isSum = new RegExp(
  String.raw`^\s*(?:${reference}(?:\s*[+-]\s*${reference})*|sum\(\s*${reference}(?:\s*,\s*${reference})*\s*\))\s*$`,
)

/** What an expression reads by a name: `question`, `table.row.column`, `list-total.column`. */
export const answerAt = (answers: Readonly<Record<string, unknown>>, name: string): unknown => {
  const [first = '', ...path] = name.split('.')
  const table = /^(.+)-total$/.exec(first)?.[1]
  if (table === undefined || Object.hasOwn(answers, first))
    return [first, ...path].reduce<unknown>(inside, answers)
  const rows = inside(answers, table)
  if (typeof rows !== 'object' || rows === null) return undefined
  const numbers = Object.values(rows)
    .map((row) => path.reduce(inside, row))
    .filter((value) => typeof value === 'number')
  return numbers.length > 0 ? numbers.reduce((total, n) => total + n, 0) : undefined
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined

const fileName = (value: object | null | unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined
