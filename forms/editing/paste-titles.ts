// Titles copied from a sheet and pasted as columns or fields: one a line, or the cells of one line of headings.
import type { Content } from '../editing-wire.ts'
import { emptyList } from './add.ts'
import type { Edit } from './edit.ts'
import type { Entry } from './entries.ts'
import { listAt, textOf } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'
import { freshName, nameFrom } from './names.ts'
import { MOST_TEXT, rowsOf } from './sheet.ts'
import { weightOf } from './size.ts'

/** A table wider than this is no table that people can read. */
const MOST_FIELDS = 50

export type PastedTitles = {
  /** `value` is the name answers are kept under. */
  readonly entries: readonly Entry[]
  /** What was left out, in words; empty when nothing was. */
  readonly left: readonly string[]
}

/** The titles that are pasted, beside those of a list; `bytes` are left for them in the questionnaire, each with `more`. */
export const titlesFrom = (
  pasted: string,
  content: Content,
  list: string,
  { bytes, more }: { bytes: number; more: JsonObject },
): PastedTitles => {
  const present = listAt(content, list).filter(isObject)
  const names = new Set(present.map(({ name }) => String(name)))
  const texts = new Set(present.map(({ title }) => textOf(title)))
  const entries: Entry[] = []
  const said = rowsOf(pasted)
    .flat()
    .filter((cell) => cell !== '')
  let [twice, over, room] = [0, 0, bytes]
  for (const text of said) {
    const value = freshName(nameFrom(text) || 'champ', names)
    const weight = weightOf({ name: value, title: text, ...more }) + 1
    if (texts.has(text)) twice++
    else if (text.length > MOST_TEXT || present.length + entries.length >= MOST_FIELDS || weight > room)
      over++
    else {
      names.add(value)
      texts.add(text)
      entries.push({ value, text })
      room -= weight
    }
  }
  return {
    entries,
    left: [...(twice > 0 ? [twiceWords(twice)] : []), ...(over > 0 ? [overWords(over)] : [])],
  }
}

/** Adds pasted titles after the columns or fields of a list, in one step; `more` is what each says. */
export const pasteTitles = (
  content: Content,
  list: string,
  entries: PastedTitles['entries'],
  more: JsonObject,
): Edit => {
  const fields = entries.map(({ value, text }) => ({ name: value, title: text, ...more }))
  return {
    label: `Coller ${entries.length} titres`,
    patch: [
      ...emptyList(content, list),
      { op: 'replace', path: list, value: [...listAt(content, list), ...fields] },
    ],
  }
}

const twiceWords = (count: number): string =>
  count === 1
    ? '1 titre était déjà là : il a été laissé.'
    : `${count} titres étaient déjà là : ils ont été laissés.`

const overWords = (count: number): string =>
  count === 1
    ? `1 titre a été laissé : il y en a ${MOST_FIELDS} au plus, de ${MOST_TEXT} caractères chacun.`
    : `${count} titres ont été laissés : il y en a ${MOST_FIELDS} au plus, de ${MOST_TEXT} caractères chacun.`
