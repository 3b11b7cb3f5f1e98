// Takes in the answers to one question, dossier by dossier, and tells what they come to. What stands inside a question
// (the columns of a table, the lines of a list) is counted by a tally of its own.
import { type Asked, ends } from '../exports/asked.ts'
import { pointer } from '../problems.ts'
import type { Figures, Part, WrittenText } from '../results-wire.ts'
import { type Item, isItem, type Json } from '../shape-walk.ts'
import { booleanTally, choicesTally, matrixTally, rankingTally } from './choices-tally.ts'
import { datesTally } from './dates-tally.ts'
import { numbersTally } from './numbers.ts'
import { isBlank } from './shown.ts'

/** Of which dossier an answer is: its place in the order they come, and whose it is. */
type Given = { readonly dossier: number } & Omit<WrittenText, 'text'>

type Counting = {
  readonly add: (value: Json, given: Given, around: Item) => void
  readonly figures: () => Figures
}

export type Tally = {
  /** An answer, or that there is none; `around` holds what was written beside it. */
  readonly add: (value: Json | undefined, given: Given, around: Item) => void
  /** Told of how many it was asked. */
  readonly part: (shown: number) => Part
  readonly answered: () => number
}

/** Texts are told with the results up to so many a question, and so many letters; the rest is read by the page. */
const MOST_TEXTS = 8
const MOST_LETTERS = 12_000

/** The tally of a question that stands at this place. */
export const tallyOf = (asked: Asked, at = ''): Tally => {
  const path = at + pointer(asked.name)
  const counting = countingOf(asked, path)
  const remarks = asked.hasComment ? textsTally() : undefined
  const beside = `${asked.name}-Comment`
  let [answered, written] = [0, 0]
  const figuresOf = (shown: number): Figures => {
    const figures = asked.kind === 'documents' ? givenOf(answered, shown) : counting.figures()
    if (!remarks || figures.kind !== 'choices' || written === 0) return figures
    return {
      ...figures,
      remarks: { path: at + pointer(beside), count: written, texts: remarks.figures() },
    }
  }
  return {
    add: (value, given, around) => {
      if (value === undefined || isBlank(value)) return
      answered += 1
      counting.add(value, given, around)
      const remark = around[beside]
      if (!remarks || typeof remark !== 'string' || remark === '') return
      written += 1
      remarks.add(remark, given)
    },
    part: (shown) => ({ path, title: asked.title, answered, shown, figures: figuresOf(shown) }),
    answered: () => answered,
  }
}

const countingOf = (asked: Asked, path: string): Counting => {
  const { kind } = asked
  if (kind === 'number' || kind === 'money') return numbersCounting(kind === 'money')
  if (kind === 'group' || kind === 'list') return insideCounting(asked, path)
  if (kind === 'table') return tableCounting(asked, path)
  if (kind === 'range') return rangeCounting(path)
  if (kind === 'text') return textsTally()
  const { add, figures } =
    kind === 'boolean'
      ? booleanTally(asked)
      : kind === 'matrix'
        ? matrixTally(asked)
        : kind === 'ranking'
          ? rankingTally(asked)
          : kind === 'date'
            ? datesTally()
            : choicesTally(asked)
  return { add: (value, { dossier }) => add(value, dossier), figures }
}

/** Whether a document was given is the answer: those who were asked and gave none are told too. */
const givenOf = (answered: number, shown: number): Figures => ({
  kind: 'choices',
  isSeveral: false,
  isShortened: false,
  bars: [
    { code: 'given', text: 'Document joint', count: answered, dossiers: answered },
    { code: 'none', text: 'Aucun document', count: shown - answered, dossiers: shown - answered },
  ],
  mean: null,
  median: null,
})

const numbersCounting = (isMoney: boolean): Counting => {
  const tally = numbersTally()
  return {
    add: (value, { dossier }) => {
      if (typeof value === 'number') tally.add(value, dossier)
    },
    figures: () => ({ kind: 'numbers', isMoney, numbers: tally.numbers() }),
  }
}

const textsTally = () => {
  const items: WrittenText[] = []
  let [letters, more] = [0, false]
  return {
    add: (value: Json, { response, projectName, organisationName }: Given): void => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      more ||= items.length >= MOST_TEXTS || letters + text.length > MOST_LETTERS
      if (more) return
      letters += text.length
      items.push({ text, response, projectName, organisationName })
    },
    figures: () => ({ kind: 'texts' as const, items, more }),
  }
}

/** Several questions under one title, once or for each line of a list. */
const insideCounting = ({ kind, fields }: Asked, path: string): Counting => {
  const isList = kind === 'list'
  const tallies = fields.map((field) => ({
    name: field.name,
    tally: tallyOf(field, isList ? `${path}/*` : path),
  }))
  let lines = 0
  return {
    add: (value, given) => {
      for (const line of Array.isArray(value) ? value : [value]) {
        lines += 1
        if (isItem(line)) for (const { name, tally } of tallies) tally.add(line[name], given, line)
      }
    },
    figures: () => ({
      kind: 'list',
      ...(isList ? { lines } : {}),
      parts: tallies.map(({ tally }) => tally.part(lines)),
    }),
  }
}

/** The two ends of a slider, each as a number of its own. */
const rangeCounting = (path: string): Counting => {
  const tallies = ends.map(({ at, title }) => ({ at, title, counting: numbersCounting(false), answered: 0 }))
  return {
    add: (value, given, around) => {
      if (!Array.isArray(value)) return
      for (const end of tallies) {
        end.answered += 1
        end.counting.add(value[end.at] ?? null, given, around)
      }
    },
    figures: () => ({
      kind: 'list',
      parts: tallies.map(({ at, title, counting, answered }) => ({
        path: path + pointer(String(at)),
        title: title === 'de' ? 'Premier nombre' : 'Second nombre',
        answered,
        shown: answered,
        figures: counting.figures(),
      })),
    }),
  }
}

/** Each column in each row; of columns of numbers, what a dossier's rows sum to. */
const tableCounting = ({ name, rows, fields, title }: Asked, path: string): Counting => {
  const lines = rows.map(({ value, text }) => ({
    code: String(value),
    text,
    tallies: fields.map((field) => ({ field, tally: tallyOf(field, path + pointer(String(value))) })),
  }))
  const summed = fields.filter(({ kind }) => kind === 'number' || kind === 'money')
  const totals = summed.map((field) => ({ field, tally: tallyOf(field, pointer(`${name}-total`)) }))
  let answered = 0
  return {
    add: (value, given) => {
      if (!isItem(value)) return
      answered += 1
      for (const { code, tallies } of lines) {
        const row = value[code]
        if (isItem(row)) for (const { field, tally } of tallies) tally.add(row[field.name], given, row)
      }
      for (const { field, tally } of totals) tally.add(sumOf(value, field.name), given, {})
    },
    figures: () => ({
      kind: 'table',
      columns: fields.map((field) => ({ code: field.name, text: field.title })),
      rows: lines.map(({ code, text, tallies }) => ({
        code,
        text,
        parts: tallies.map(({ tally }) => tally.part(answered)),
      })),
      totals: totals.map(({ field, tally }) => ({
        ...tally.part(answered),
        title: `${title} : ${field.title}`,
      })),
    }),
  }
}

const sumOf = (rows: Item, field: string): Json | undefined => {
  const numbers = Object.values(rows).flatMap((row) => {
    const value = isItem(row) ? row[field] : undefined
    return typeof value === 'number' ? [value] : []
  })
  return numbers.length > 0 ? Number(numbers.reduce((sum, value) => sum + value, 0).toFixed(6)) : undefined
}
