// From questions to columns: what stands in each, under a header that ends with a code which never changes.
import type { Scalar } from '../definition.ts'
import { type Item, isItem, type Json } from '../shape-walk.ts'
import { type Asked, ends } from './asked.ts'

/** What a cell holds: money is euros, a date `2024-07-12`, an instant local time `2024-07-12T21:59:58`. */
export type CellType = 'text' | 'number' | 'money' | 'date' | 'instant' | 'boolean'
export type Cell = string | number | boolean | undefined

export type Column = {
  readonly code: string
  readonly title: string
  readonly type: CellType
  /** Where it is asked, for the code book. */
  readonly section: string
  /** The versions that ask it; for others the cell is empty. */
  readonly versions: ReadonlySet<number>
  readonly choices: Asked['choices']
  readonly read: (answers: Item) => Cell
}

/** A list: what is repeated, with a line for each. */
export type Block = {
  readonly code: string
  readonly title: string
  readonly versions: ReadonlySet<number>
  readonly most: number
  readonly linesOf: (answers: Item) => Item[]
  readonly layout: Layout
}

/** The columns that have one value, and the lists. */
export type Layout = { readonly columns: readonly Column[]; readonly blocks: readonly Block[] }

/** A question of several choices has a column for each up to this many; a longer list has one column. */
const MAX_CHOICE_COLUMNS = 40

/** « Nombre d’enfants [enfants] » */
export const headerOf = ({ title, code }: Pick<Column, 'title' | 'code'>): string => `${title} [${code}]`

/** Where the answer to a question is found, and what its code and title begin with. */
type Place = {
  readonly code: string
  readonly title: string
  readonly from: (answers: Item) => Item | undefined
}

const top: Place = { code: '', title: '', from: (answers) => answers }

/** The columns and the lists of these questions. */
export const layoutOf = (asked: readonly Asked[]): Layout => layoutAt(asked, top)

const layoutAt = (asked: readonly Asked[], place: Place): Layout => {
  const parts = asked.map((question) => partOf(question, place))
  return { columns: parts.flatMap(({ columns }) => columns), blocks: parts.flatMap(({ blocks }) => blocks) }
}

const partOf = (question: Asked, place: Place): Layout => {
  const { kind, fields, rows, name } = question
  const here = inside(place, question, place.from, name)
  if (kind === 'group') return layoutAt(fields, here)
  if (kind === 'matrix')
    return {
      columns: rows.flatMap((row) => choiceColumns({ ...question, ...rowAsked(row) }, here)),
      blocks: [],
    }
  if (kind === 'table') {
    const parts = rows.map((row) =>
      layoutAt(fields, inside(here, rowAsked(row), here.from, String(row.value))),
    )
    return {
      columns: [...parts.flatMap(({ columns }) => columns), ...totals(question, place)],
      blocks: parts.flatMap(({ blocks }) => blocks),
    }
  }
  if (kind === 'list') return listPart(question, place)
  return { columns: withComment(question, place, valueColumns(question, place)), blocks: [] }
}

const rowAsked = ({ value, text }: { value: Scalar; text: string }) => ({
  name: String(value),
  code: String(value),
  title: text,
})

/** The place of what stands inside a question, or inside one row of it. */
const inside = (
  place: Place,
  { code, title }: Pick<Asked, 'code' | 'title'>,
  from: Place['from'],
  name: string,
): Place => ({
  code: `${place.code}${code}.`,
  title: `${place.title}${title} : `,
  from: (answers) => {
    const value = from(answers)?.[name]
    return isItem(value) ? value : undefined
  },
})

const columnOf = (
  { code, title, section, versions, choices, name }: Asked,
  place: Place,
  type: CellType,
  cell: (value: Json) => Cell,
): Column => ({
  code: place.code + code,
  title: place.title + title,
  type,
  section,
  versions,
  choices: type === 'text' ? choices : [],
  read: (answers) => {
    const value = place.from(answers)?.[name]
    return value === undefined || value === null ? undefined : cell(value)
  },
})

const valueColumns = (question: Asked, place: Place): Column[] => {
  const { kind, yes } = question
  if (kind === 'choice') return choiceColumns(question, place)
  if (kind === 'choices' || kind === 'ranking') return severalColumns(question, place)
  if (kind === 'money') return [columnOf(question, place, 'money', euros)]
  if (kind === 'range') return rangeColumns(question, place)
  if (kind === 'number') return [columnOf(question, place, 'number', plain)]
  if (kind === 'date') return [columnOf(question, place, 'date', plain)]
  if (kind === 'boolean') return [columnOf(question, place, 'boolean', (value) => value === yes)]
  if (kind === 'documents') return [columnOf(question, place, 'text', documentNames)]
  return [columnOf(question, place, 'text', plain)]
}

/** The two ends of a slider, a column each. */
const rangeColumns = (question: Asked, place: Place): Column[] =>
  ends.map(({ at, code, title }) => ({
    ...columnOf(question, place, 'number', (value) =>
      Array.isArray(value) ? plain(value[at] ?? null) : undefined,
    ),
    code: `${place.code}${question.code}.${code}`,
    title: `${place.title}${question.title} : ${title}`,
  }))

/** A choice is told twice: its words for people, then its code for machines. Numbers are their own words. */
const choiceColumns = (question: Asked, place: Place): Column[] => {
  const words = wordsBy(question)
  if (question.choices.every(({ value, text }) => typeof value === 'number' && text === String(value)))
    return [columnOf(question, place, 'number', plain)]
  return [
    columnOf(question, place, 'text', (value) => words.get(String(value)) ?? plain(value)),
    {
      ...columnOf(question, place, 'text', plain),
      code: `${place.code}${question.code}.code`,
      title: `${place.title}${question.title} (code)`,
    },
  ]
}

/** A column for each choice: 1 when it was made, its rank where they are ranked, 0 when another was. */
const severalColumns = (question: Asked, place: Place): Column[] => {
  const words = wordsBy(question)
  if (question.choices.length > MAX_CHOICE_COLUMNS)
    return [
      columnOf(
        question,
        place,
        'text',
        joined((value) => words.get(String(value)) ?? String(value)),
      ),
      {
        ...columnOf(question, place, 'text', joined(String)),
        code: `${place.code}${question.code}.code`,
        title: `${place.title}${question.title} (code)`,
      },
    ]
  return question.choices.map(({ value: choice, text }) => ({
    ...columnOf(question, place, 'number', (value) => {
      const rank = Array.isArray(value) ? value.indexOf(choice) + 1 : 0
      return question.kind === 'ranking' ? rank || undefined : Math.min(rank, 1)
    }),
    code: `${place.code}${question.code}.${choice}`,
    title: `${place.title}${question.title} : ${text}`,
  }))
}

const wordsBy = ({ choices }: Asked) => new Map(choices.map(({ value, text }) => [String(value), text]))

const withComment = (question: Asked, place: Place, columns: Column[]): Column[] => {
  if (!question.hasComment) return columns
  const comment = {
    ...question,
    name: `${question.name}-Comment`,
    code: `${question.code}.precision`,
    title: `${question.title} : précision`,
    choices: [],
  }
  return [...columns, columnOf(comment, place, 'text', plain)]
}

/** The sums under a table, which the form computes. */
const totals = (question: Asked, place: Place): Column[] => {
  const total = { ...question, name: `${question.name}-total`, code: `${question.code}.total` }
  const at = inside(place, { ...total, title: `${question.title} : Total` }, place.from, total.name)
  return question.fields
    .filter(({ isTotalled }) => isTotalled)
    .map((field) =>
      field.kind === 'money' ? columnOf(field, at, 'money', euros) : columnOf(field, at, 'number', plain),
    )
}

const listPart = (question: Asked, place: Place): Layout => {
  const { code, title, versions, most, fields, name } = question
  const linesOf = (answers: Item): Item[] => {
    const value = place.from(answers)?.[name]
    return Array.isArray(value) ? value.map((line) => (isItem(line) ? line : {})) : []
  }
  const count: Column = {
    ...columnOf(question, place, 'number', (value) => (Array.isArray(value) ? value.length : undefined)),
    code: `${place.code}${code}.lignes`,
    title: `${place.title}${title} : nombre de lignes`,
  }
  const block = {
    code: place.code + code,
    title: place.title + title,
    versions,
    most,
    linesOf,
    layout: layoutOf(fields),
  }
  return { columns: [count, ...totals(question, place)], blocks: [block] }
}

const euros = (value: Json): Cell => (typeof value === 'number' ? value / 100 : plain(value))

const plain = (value: Json): Cell =>
  value === null ? undefined : typeof value === 'object' ? JSON.stringify(value) : value

const joined =
  (word: (value: Json) => string) =>
  (value: Json): Cell =>
    Array.isArray(value) ? value.map(word).join(' | ') : plain(value)

const documentNames = joined((document) => (isItem(document) ? String(document.name ?? '') : ''))
