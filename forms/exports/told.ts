// Answers in words, by section, for people who read them on paper. What was not answered is not told.
import { formatMoney, formatNumber } from '../money.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Answers } from '../nouns/scalars.ts'
import { type Item, isItem, type Json } from '../shape-walk.ts'
import { dayWords, hourWords, momentWords, phoneWords } from '../value-words.ts'
import { type Asked, askedOf, rangeWords } from './asked.ts'

/** A question with its answer: a text, or what stands inside it, line by line. */
export type Told = { readonly title: string; readonly text?: string; readonly lines?: readonly Line[] }
export type Line = { readonly title: string; readonly told: readonly Told[] }
export type SectionTold = { readonly title: string; readonly told: readonly Told[] }

/** The answers to a version of a form, section by section. */
export const answersTold = (form: FormVersion, answers: Answers): SectionTold[] => {
  const asked = askedOf([form])
  return form.info.sections.flatMap(({ title }) => {
    const own = asked.filter(({ section }) => section === title)
    const told = own.flatMap((question) => toldOf(question, answers))
    return told.length > 0 ? { title, told } : []
  })
}

const toldOf = (question: Asked, answers: Item): Told[] => {
  const { name, title, kind, fields, rows } = question
  const value = answers[name]
  if (isBlank(value)) return []
  const lines = (all: readonly Line[]): Told[] => {
    const some = all.filter(({ told }) => told.length > 0)
    return some.length > 0 ? [{ title, lines: some }] : []
  }
  const inside = (item: Json | undefined) =>
    isItem(item) ? fields.flatMap((field) => toldOf(field, item)) : []
  if (kind === 'list' && Array.isArray(value))
    return lines(value.map((item, i) => ({ title: `Ligne ${i + 1}`, told: inside(item) })))
  if (!isItem(value)) return [{ title, text: textOf(question, value, answers[`${name}-Comment`]) }]
  if (kind === 'group') return lines([{ title: '', told: inside(value) }])
  if (kind === 'matrix')
    return lines([
      {
        title: '',
        told: rows.flatMap((row) => {
          const chosen = value[String(row.value)]
          return isBlank(chosen) ? [] : { title: row.text, text: textOf(question, chosen, undefined) }
        }),
      },
    ])
  return lines([
    ...rows.map((row) => ({ title: row.text, told: inside(value[String(row.value)]) })),
    { title: 'Total', told: inside(answers[`${name}-total`]) },
  ])
}

const textOf = (question: Asked, value: Json | undefined, comment: Json | undefined): string => {
  const { kind, choices, yes } = question
  const words = (one: Json): string =>
    choices.find((choice) => choice.value === one)?.text ?? plainText(question, one)
  const more = typeof comment === 'string' && comment !== '' ? ` : ${comment}` : ''
  if (value === undefined) return ''
  if (kind === 'boolean') return (value === yes ? 'Oui' : 'Non') + more
  if (!Array.isArray(value)) return words(value) + more
  if (kind === 'range') return rangeWords(value, (one) => formatNumber(Number(one)))
  if (kind === 'ranking') return value.map((one, i) => `${i + 1}. ${words(one)}`).join(' ; ')
  return value.map(words).join(' ; ') + more
}

const plainText = ({ kind, inputType }: Asked, value: Json): string => {
  if (typeof value === 'number')
    return kind === 'money' && Number.isSafeInteger(value) ? formatMoney(value) : formatNumber(value)
  if (typeof value === 'string') return (typed[inputType] ?? String)(value)
  if (isItem(value)) return typeof value.name === 'string' ? value.name : JSON.stringify(value)
  return String(value)
}

/** Values that are kept otherwise than people write them. */
const typed: Readonly<Record<string, (value: string) => string>> = {
  date: dayWords,
  time: hourWords,
  'datetime-local': momentWords,
  tel: phoneWords,
}

const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
