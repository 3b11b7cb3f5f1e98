// Rows copied from a sheet and pasted as choices: one column is the texts; of two, the codes and the texts.
import type { Content } from '../editing-wire.ts'
import { emptyList } from './add.ts'
import type { Edit } from './edit.ts'
import { type Entry, entryOf } from './entries.ts'
import { listAt } from './items.ts'
import { codeFrom, freshName } from './names.ts'
import { weightOf } from './size.ts'

/** A list longer than this is no question any more. */
export const MOST_ENTRIES = 5_000

export type Pasted = {
  readonly entries: readonly Entry[]
  /** What was left out, in words; empty when nothing was. */
  readonly left: readonly string[]
}

/** The choices of pasted rows, beside those that are there already; `bytes` are left for them in the questionnaire. */
export const entriesFrom = (
  pasted: string,
  present: readonly Entry[],
  bytes = Number.POSITIVE_INFINITY,
): Pasted => {
  const codes = new Set(present.map(({ value }) => String(value)))
  const texts = new Set(present.map(({ text }) => text))
  const rows = pasted
    .split(/\r\n|\n|\r/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const room = Math.max(0, MOST_ENTRIES - present.length)
  const entries: Entry[] = []
  let twice = 0
  let over = 0
  let heavy = 0
  let left = bytes
  for (const [first = '', second = ''] of rows) {
    const text = second || first
    const given = second && first ? first : undefined
    if (given === undefined ? texts.has(text) : codes.has(given)) twice++
    else if (entries.length >= room) over++
    else {
      const value = given ?? freshName(codeFrom(text), codes)
      left -= weightOf({ value, text }) + 1
      if (left < 0) {
        heavy++
        continue
      }
      codes.add(value)
      texts.add(text)
      entries.push({ value, text })
    }
  }
  return { entries, left: [...wordsOf(twice, TWICE), ...wordsOf(over, OVER), ...wordsOf(heavy, HEAVY)] }
}

/** Adds pasted rows after those of a list, in one step. */
export const pasteEntries = (content: Content, list: string, entries: readonly Entry[]): Edit => {
  const present = listAt(content, list)
  return {
    label: `Coller ${entries.length} lignes`,
    patch: [...emptyList(content, list), { op: 'replace', path: list, value: [...present, ...entries] }],
  }
}

/** The entries of a list as they are edited; what is none of them is not counted. */
export const entriesOf = (content: Content, list: string): Entry[] =>
  listAt(content, list).flatMap((json) => entryOf(json) ?? [])

const TWICE = [
  'ligne était déjà là : elle a été laissée.',
  'lignes étaient déjà là : elles ont été laissées.',
] as const
const OVER = [
  `ligne dépasse les ${MOST_ENTRIES.toLocaleString('fr-FR')} que tient une liste : elle a été laissée.`,
  `lignes dépassent les ${MOST_ENTRIES.toLocaleString('fr-FR')} que tient une liste : elles ont été laissées.`,
] as const

const HEAVY = [
  'ligne ne tient plus dans le questionnaire, qui pèse 220 Ko au plus : elle a été laissée. Des textes plus courts, ou des codes courts dans une première colonne, prennent moins de place.',
  'lignes ne tiennent plus dans le questionnaire, qui pèse 220 Ko au plus : elles ont été laissées. Des textes plus courts, ou des codes courts dans une première colonne, prennent moins de place.',
] as const

const wordsOf = (count: number, [one, several]: readonly [string, string]): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('fr-FR')} ${count === 1 ? one : several}`]
