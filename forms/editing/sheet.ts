// Rows copied from a sheet and pasted as choices: one column is the texts; of two, the codes and the texts.
import type { Content } from '../editing-wire.ts'
import { emptyList } from './add.ts'
import type { Edit } from './edit.ts'
import { type Entry, entryOf } from './entries.ts'
import { listAt } from './items.ts'
import { codeFrom } from './names.ts'
import { weightOf } from './size.ts'

/** A list longer than this is no question any more. */
export const MOST_ENTRIES = 5_000

export type Pasted = {
  readonly entries: readonly Entry[]
  /** What was left out, in words; empty when nothing was. */
  readonly left: readonly string[]
}

/** A text longer than this is no choice: a paragraph, or a page pasted by mistake. */
export const MOST_TEXT = 500

/** The choices of pasted rows, beside those that are there already; `bytes` are left for them in the questionnaire. */
export const entriesFrom = (
  pasted: string,
  present: readonly Entry[],
  bytes = Number.POSITIVE_INFINITY,
): Pasted => {
  const codes = new Set(present.map(({ value }) => String(value)))
  const texts = new Set(present.map(({ text }) => text))
  const fresh = freshCodes(codes)
  const rows = rowsOf(pasted)
  const room = Math.max(0, MOST_ENTRIES - present.length)
  const entries: Entry[] = []
  const out = { twice: 0, long: 0, over: 0, heavy: 0 }
  let left = bytes
  const whyOut = (text: string, given: string | undefined): keyof typeof out | undefined => {
    if (given === undefined ? texts.has(text) : codes.has(given)) return 'twice'
    if (`${given ?? ''}${text}`.length > MOST_TEXT) return 'long'
    return entries.length >= room ? 'over' : undefined
  }
  for (const [first = '', second = ''] of rows) {
    const text = second || first
    const given = second && first ? first : undefined
    const why = whyOut(text, given)
    if (why !== undefined) {
      out[why] += 1
      continue
    }
    const value = given ?? fresh(text)
    left -= weightOf({ value, text }) + 1
    if (left < 0) {
      out.heavy += 1
      continue
    }
    codes.add(value)
    texts.add(text)
    entries.push({ value, text })
  }
  const told = [
    ...wordsOf(out.twice, TWICE),
    ...wordsOf(out.long, LONG),
    ...wordsOf(out.over, OVER),
    ...wordsOf(out.heavy, HEAVY),
  ]
  const isWide = rows.some((cells) => cells.slice(2).some((cell) => cell !== ''))
  return { entries, left: [...told, ...(isWide ? [WIDE] : [])] }
}

/** The cells of each line that has any. In sheets a cell of several lines is quoted: it becomes one of one line. */
export const rowsOf = (pasted: string): string[][] =>
  pasted
    .replaceAll(QUOTED, (cell: string, before: string, inside: string) =>
      /[\r\n\t]/.test(inside)
        ? before + inside.replaceAll('""', '"').replaceAll(/\s*[\r\n\t]+\s*/g, ' ')
        : cell,
    )
    .split(/\r\n|\n|\r/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))

const QUOTED = /(^|[\t\r\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g

/** Gives each text a code of its own; thousands of texts that make the same code are numbered on. */
const freshCodes = (taken: ReadonlySet<string>): ((text: string) => string) => {
  const numbers = new Map<string, number>()
  return (text) => {
    const code = codeFrom(text)
    if (!taken.has(code)) return code
    let number = numbers.get(code) ?? 2
    while (taken.has(`${code}_${number}`)) number += 1
    numbers.set(code, number + 1)
    return `${code}_${number}`
  }
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

const LONG = [
  `ligne dépasse ${MOST_TEXT} caractères, trop pour un choix : elle a été laissée.`,
  `lignes dépassent ${MOST_TEXT} caractères, trop pour un choix : elles ont été laissées.`,
] as const

const WIDE = 'Seules les deux premières colonnes ont été prises.'

const HEAVY = [
  'ligne ne tient plus dans le questionnaire, qui pèse 220 Ko au plus : elle a été laissée. Des textes plus courts, ou des codes courts dans une première colonne, prennent moins de place.',
  'lignes ne tiennent plus dans le questionnaire, qui pèse 220 Ko au plus : elles ont été laissées. Des textes plus courts, ou des codes courts dans une première colonne, prennent moins de place.',
] as const

const wordsOf = (count: number, [one, several]: readonly [string, string]): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('fr-FR')} ${count === 1 ? one : several}`]
