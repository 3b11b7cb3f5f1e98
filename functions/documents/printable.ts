// Text as our fonts can print it. What they cannot is never written as something else: a box stands in its place, the
// foot of the document says how many there are, and the file itself still holds the text as it was written.
import { isDrawn } from './fonts.ts'

/** What stands in the place of a character that does not print. */
const BOX = '▯'

/** The text with a box for each character that does not print; ends of lines are one line feed. */
export const printable = (text: string): string =>
  plain.test(text)
    ? text
    : written(text)
        .map(({ shown }) => shown)
        .join('')

/** How many characters of a text do not print. */
export const missingIn = (text: string): number =>
  plain.test(text) ? 0 : written(text).filter(({ isWhole }) => !isWhole).length

/** What the foot of a document says of what does not print in it, and where to read it; undefined when all does. */
export const missingNote = (missing: number, elsewhere: string): string | undefined => {
  if (missing === 0) return undefined
  const said =
    missing === 1
      ? `1 caractère ne s’imprime pas : « ${BOX} » est à sa place.`
      : `${missing} caractères ne s’impriment pas : « ${BOX} » est à la place de chacun.`
  return `Dans ce document, ${said} ${elsewhere}`
}

/** Letters, figures and signs of French and its neighbours, which need no looking at one by one. */
const plain = /^[\n -~\u00a0-\u00ac\u00ae-\u024f\u2013-\u2026\u20ac]*$/

type Part = { readonly shown: string; readonly isWhole: boolean }

/** A text by what a reader takes for one character: the emoji of a family is one, whatever it is made of. */
const written = (text: string): Part[] =>
  [...segmenter.segment(text.normalize('NFC').replaceAll(LINE_ENDS, '\n').replaceAll('\t', ' '))].map(
    ({ segment }) => partOf(segment),
  )

const partOf = (segment: string): Part => {
  const visible = segment.replaceAll(INVISIBLE, '')
  const whole = [visible, visible.normalize('NFD')].find((form) => [...form].every(prints))
  if (whole !== undefined) return { shown: whole, isWhole: true }
  const [first = ''] = visible
  return { shown: prints(first) ? first + BOX : BOX, isWhole: false }
}

const prints = (character: string): boolean =>
  character === '\n' ||
  (!CONTROL.test(character) && !RIGHT_TO_LEFT.test(character) && isDrawn(character.codePointAt(0) ?? 0))

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const CONTROL = /\p{Cc}/u
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** What only tells how its neighbours are drawn or cut: directions, joiners, variants, soft hyphens. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Written from right to left: set from the left, as a PDF of ours sets lines, it would say something else. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
