// The places of answers question by question, as a rule reads them: some columns of a table on all its lines or on a few.
// Patterns come and go as terms, which people choose and which read as words (rule-words.ts).
import type { Content } from '../editing-wire.ts'
import { type AnswerPlace, answerPlaces } from './answer-places.ts'
import { entryOf } from './entries.ts'
import { calledOf, flatten, type Item, itemsOf, objectAt } from './items.ts'
import { keysOfPointer, pointerOf } from './json-pointer.ts'

/** Every line of a table, or every block. */
export const ALL = '*'
/** What stands under a column of a table. */
export const TOTAL = '-total'

/** The answer to a question (its key is empty), or a column, a field or a question of a block in it. */
export type RuleField = Pick<AnswerPlace, 'kind' | 'options'> & {
  readonly key: string
  readonly title: string
}

export type RuleQuestion = {
  readonly name: string
  readonly title: string
  readonly page: string
  /** `rows`: lines that have a name each; `list`: as many as people add. */
  readonly lines: 'none' | 'rows' | 'list'
  readonly isBlock: boolean
  readonly rows: readonly { readonly value: string; readonly text: string }[]
  /** Those that have a total. */
  readonly totals: readonly string[]
  readonly fields: readonly RuleField[]
}

/** Fields of one question, on rows that are ALL, the TOTAL, or some by name; or a pattern that leads nowhere known. */
export type Term = Chosen | { readonly unknown: string }
export type Chosen = {
  readonly question: RuleQuestion
  readonly rows: readonly string[]
  readonly fields: readonly RuleField[]
}

/** The questions of a questionnaire, with what a rule may read of each. */
export const ruleQuestions = (content: Content): RuleQuestion[] => {
  const items = new Map(flatten(itemsOf(content)).map((item) => [item.name, item]))
  const byQuestion = Map.groupBy(answerPlaces(content), ({ pattern }) => rootOf(pattern, items))
  return [...byQuestion].flatMap(([name, places]) => {
    const item = items.get(name)
    return item ? [questionOf(content, item, places)] : []
  })
}

/** The questions with the fields alone that are of some kinds; without those that have none. */
export const ofKinds = (
  questions: readonly RuleQuestion[],
  kinds: readonly AnswerPlace['kind'][],
): RuleQuestion[] =>
  questions.flatMap((question) => {
    const fields = question.fields.filter(({ kind }) => kinds.includes(kind))
    return fields.length === 0 ? [] : [{ ...question, fields }]
  })

/** What patterns point at, the fields of a question that are read on the same rows together. */
export const termsOf = (patterns: readonly string[], questions: readonly RuleQuestion[]): Term[] => {
  const terms: Term[] = []
  for (const [root, own] of Map.groupBy(patterns, (pattern) => spotAt(pattern, questions)?.question)) {
    if (!root) terms.push(...own.map((unknown) => ({ unknown })))
    else terms.push(...ofQuestion(root, own, questions))
  }
  return terms
}

export const patternsOf = (terms: readonly Term[]): string[] => [
  ...new Set(
    terms.flatMap((term) =>
      'unknown' in term
        ? [term.unknown]
        : term.rows.flatMap((row) => term.fields.map(({ key }) => patternAt(term.question, row, key))),
    ),
  ),
]

/** The pattern of a field on a row, which means nothing where a question has no lines. */
export const patternAt = ({ name, lines }: RuleQuestion, row: string, key: string): string =>
  row === TOTAL
    ? pointerOf([`${name}${TOTAL}`, key])
    : pointerOf([name, ...(lines === 'none' ? [] : [row]), ...(key === '' ? [] : [key])])

export type Spot = { readonly question: RuleQuestion; readonly row: string; readonly field: RuleField }

/** What a pattern points at; undefined when it is nothing that these questions have. */
export const spotAt = (pattern: string, questions: readonly RuleQuestion[]): Spot | undefined => {
  for (const question of questions) {
    if (!pattern.startsWith(pointerOf([question.name]))) continue
    for (const row of [...rowsOf(question), ...question.rows.map(({ value }) => value)]) {
      const field = question.fields.find(({ key }) => patternAt(question, row, key) === pattern)
      if (field && (row !== TOTAL || question.totals.includes(field.key))) return { question, row, field }
    }
  }
  return undefined
}

/** A first choice in a question: all of its rows, its first field. */
export const firstOf = (question: RuleQuestion): Chosen => ({
  question,
  rows: [ALL],
  fields: question.fields.slice(0, 1),
})

const rowsOf = ({ totals }: RuleQuestion): string[] => (totals.length > 0 ? [ALL, TOTAL] : [ALL])

const ofQuestion = (
  question: RuleQuestion,
  patterns: readonly string[],
  questions: readonly RuleQuestion[],
): Chosen[] => {
  const spots = patterns.flatMap((pattern) => spotAt(pattern, questions) ?? [])
  const rowsBy = Map.groupBy(spots, ({ field }) => field)
  const alike = Map.groupBy(rowsBy, ([, own]) => JSON.stringify(kindsOfRows(own.map(({ row }) => row))))
  return [...alike].flatMap(([, group]) => {
    const fields = group.map(([field]) => field)
    const rows = kindsOfRows(group[0]?.[1].map(({ row }) => row) ?? [])
    return rows.map((some) => ({ question, rows: some, fields }))
  })
}

/** All, the total and rows by name are three terms, though of one field. */
const kindsOfRows = (rows: readonly string[]): string[][] => {
  const named = rows.filter((row) => row !== ALL && row !== TOTAL)
  return [
    ...(rows.includes(ALL) ? [[ALL]] : []),
    ...(rows.includes(TOTAL) ? [[TOTAL]] : []),
    ...(named.length > 0 ? [named] : []),
  ]
}

/** The question a pattern is of: `/enfants-total/filles` is of `enfants`. */
const rootOf = (pattern: string, items: ReadonlyMap<string, Item>): string => {
  const [name = ''] = keysOfPointer(pattern)
  return items.has(name) ? name : name.replace(/-total$/, '')
}

const questionOf = (content: Content, item: Item, places: readonly AnswerPlace[]): RuleQuestion => {
  const lines = LINES[item.type] ?? 'none'
  const fields = new Map<string, RuleField>()
  const totals: string[] = []
  for (const { pattern, kind, options, at } of places) {
    const [root = '', ...rest] = keysOfPointer(pattern)
    const [key = '', ...more] = root === item.name && lines !== 'none' ? rest.slice(1) : rest
    // A block in a block is beyond what a rule says in words.
    if (more.length > 0) continue
    if (root !== item.name) totals.push(key)
    else if (!fields.has(key))
      fields.set(key, {
        key,
        title: calledOf(at === item.pointer ? item.json : objectAt(content, at)),
        kind,
        options,
      })
  }
  const rows = lines === 'rows' && Array.isArray(item.json.rows) ? item.json.rows : []
  return {
    name: item.name,
    title: calledOf(item.json),
    page: places[0]?.page ?? '',
    lines,
    isBlock: item.type === 'paneldynamic',
    rows: rows.flatMap((row) => {
      const entry = entryOf(row)
      return entry ? [{ value: String(entry.value), text: entry.text }] : []
    }),
    totals,
    fields: [...fields.values()],
  }
}

const LINES: Readonly<Record<string, RuleQuestion['lines']>> = {
  matrix: 'rows',
  matrixdropdown: 'rows',
  matrixdynamic: 'list',
  paneldynamic: 'list',
}
