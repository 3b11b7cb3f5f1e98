// One value of an old version under the question of a new one: taken apart where both are made alike, so that what does
// not fit is lost alone, then checked as a saved answer is.
import { choicesOf, takesSeveral } from '../choices.ts'
import type { Question, Scalar } from '../definition.ts'
import { pointer } from '../problems.ts'
import { checkOf } from '../shape-values.ts'
import { type Check, type Item, isItem, type Json, type Walk } from '../shape-walk.ts'
import { choiceFor, type Mapping, rowFor } from './mapping.ts'
import { valueWords } from './value-words.ts'

/** A value that has no place in the new version: where it stood, of which question, and why. */
export type Lost = {
  /** Into the answers of the old version. */
  readonly pointer: string
  /** The question's path (mapping.ts). */
  readonly question: string
  readonly title: string
  readonly value: Json
  /** The value as its question said it. */
  readonly words: string
  readonly reason: string
}

export type Moving = {
  readonly mapping: Mapping
  readonly lost: Lost[]
  /** Moves an item of a list, or the fields of a question: the keys of one question's inside. */
  readonly item: (item: Item, of: Pair, path: readonly (string | number)[]) => Item
}

/** A question and what it becomes; `at` is the path of the old one. */
export type Pair = { readonly old: Question; readonly next: Question; readonly at: string }

type Value = { readonly value: Json; readonly path: readonly (string | number)[] }

/** The value as the new question takes it; undefined when nothing of it does. What is lost is noted. */
export const moveValue = (pair: Pair, { value, path }: Value, moving: Moving): Json | undefined => {
  if (pair.old.money !== pair.next.money && typeof value === 'number')
    return lose(pair, { value, path }, 'L’unité a changé (euros ou centimes).', moving)
  const taken = converted(pair, { value, path }, moving)
  return taken === undefined ? undefined : fitting(checkOf(pair.next), pair, { value: taken, path }, moving)
}

/** The value if a check takes it. */
export const fitting = (check: Check, pair: Pair, { value, path }: Value, moving: Moving) => {
  const walk: Walk = { path: [], faults: [], claims: [], prefilled: {} }
  const kept = check(structuredClone(value), walk)
  const [fault] = walk.faults
  return fault ? lose(pair, { value, path }, fault.detail, moving) : kept
}

/** Notes that a value is lost. */
export const lose = (
  { old, at }: Omit<Pair, 'next'>,
  { value, path }: Value,
  reason: string,
  moving: Moving,
) => {
  const words = valueWords(old, value)
  moving.lost.push({ pointer: pointer(...path), question: at, title: old.title, value, words, reason })
  return undefined
}

const converted = (pair: Pair, value: Value, moving: Moving): Json | undefined => {
  const [from, to] = [kindOf(pair.old), kindOf(pair.next)]
  if (from === 'choice' && to === 'choice') return choices(pair, value, moving)
  if (from !== to || from === 'plain') return value.value
  if (from === 'list') return list(pair, value, moving)
  if (!isItem(value.value)) return value.value
  if (from === 'fields') return some(moving.item(value.value, pair, value.path))
  return rows(pair, { ...value, item: value.value }, moving)
}

const kinds: Readonly<Record<string, 'choice' | 'list' | 'fields' | 'table' | 'matrix'>> = {
  radiogroup: 'choice',
  dropdown: 'choice',
  rating: 'choice',
  boolean: 'choice',
  checkbox: 'choice',
  tagbox: 'choice',
  ranking: 'choice',
  imagepicker: 'choice',
  matrixdynamic: 'list',
  paneldynamic: 'list',
  multipletext: 'fields',
  matrixdropdown: 'table',
  matrix: 'matrix',
}

const kindOf = ({ type }: Question) => kinds[type] ?? 'plain'

const GONE = 'Ce choix n’existe plus.'

/** One choice may become a list of one, and the other way round. */
const choices = (pair: Pair, { value, path }: Value, moving: Moving): Json | undefined => {
  const offered = choicesOf(pair.next)
  const given = Array.isArray(value) ? value : [value]
  const kept = given.flatMap((one, i) => {
    const found = choiceOf(offered, one, pair.at, moving)
    if (found === undefined)
      lose(pair, { value: one, path: Array.isArray(value) ? [...path, i] : path }, GONE, moving)
    return found === undefined ? [] : [found]
  })
  const each = [...new Set(kept)]
  if (each.length === 0) return undefined
  if (takesSeveral(pair.next)) return each
  if (each.length === 1) return each[0]
  return lose(pair, { value, path }, 'Un seul choix est possible maintenant.', moving)
}

const choiceOf = (offered: readonly Scalar[], value: Json, at: string, { mapping }: Moving) => {
  const wanted = choiceFor(mapping, at, String(value))
  return offered.find((choice) => choice === value && wanted === String(value)) ?? named(offered, wanted)
}

const named = (offered: readonly Scalar[], wanted: string): Scalar | undefined =>
  offered.find((choice) => String(choice) === wanted)

const list = (pair: Pair, { value, path }: Value, moving: Moving): Json | undefined => {
  if (!Array.isArray(value)) return value
  const { type, maxRowCount, maxPanelCount } = pair.next
  const most = type === 'paneldynamic' ? maxPanelCount : maxRowCount
  for (const [i, row] of value.entries())
    if (i >= most)
      lose(pair, { value: row, path: [...path, i] }, `Il n’y a plus de place que pour ${most}.`, moving)
  const items = value
    .slice(0, most)
    .map((row, i) => (isItem(row) ? moving.item(row, pair, [...path, i]) : row))
  return items.some((row) => !isItem(row) || Object.keys(row).length > 0) ? items : undefined
}

const rows = (
  pair: Pair,
  { item, path }: Omit<Value, 'value'> & { readonly item: Item },
  moving: Moving,
): Json | undefined => {
  const next = new Set(pair.next.rows.map(({ value }) => String(value)))
  const columns = pair.next.columns.map(({ value }) => value)
  const moved: Item = {}
  for (const [row, value] of Object.entries(item)) {
    const at = [...path, row]
    const name = rowFor(moving.mapping, pair.at, row)
    if (!next.has(name)) lose(pair, { value, path: at }, 'Cette ligne n’existe plus.', moving)
    else if (kindOf(pair.next) === 'table') {
      const cells = isItem(value) ? some(moving.item(value, pair, at)) : value
      if (cells !== undefined) moved[name] = cells
    } else {
      const cell = choiceOf(columns, value, pair.at, moving)
      if (cell === undefined) lose(pair, { value, path: at }, GONE, moving)
      else moved[name] = cell
    }
  }
  return some(moved)
}

const some = (item: Item): Item | undefined => (Object.keys(item).length > 0 ? item : undefined)
