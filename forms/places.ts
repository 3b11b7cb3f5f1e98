// Where answers stand: at the root, in each row of a table, in each panel, in a multiple text. One description
// for all who walk over answers with the definition in hand (settle.ts, faults.ts).
import type { Choice, Question } from './definition.ts'
import { type Expressions, inner, type Scope } from './expressions.ts'
import { type Item, isItem, type Json } from './shape-walk.ts'

export type Path = readonly (string | number)[]

/** An object of answers, the questions whose answers it holds, and what their conditions read. */
export type Place = {
  readonly item: Item
  readonly questions: readonly Question[]
  readonly scope: Scope
  readonly path: Path
}

/** The places inside a question's value: rows, panels, or the value itself. None for a question without fields. */
export const placesIn = (question: Question, { item, scope, path }: Place, x: Expressions): Place[] => {
  if (question.fields.length === 0) return []
  const value = item[question.name]
  const here = [...path, question.name]
  const place = (at: Path, inside: Json | undefined, own: (item: Item) => Scope): Place => {
    const answers = isItem(inside) ? inside : {}
    return { item: answers, questions: question.fields, scope: inner(scope, own(answers)), path: at }
  }
  if (question.type === 'multipletext') return [place(here, value, () => ({}))]
  if (question.type === 'matrixdropdown') {
    const rows = isItem(value) ? value : {}
    return shownRows(question, scope, x).map(({ value: row }, i) =>
      place([...here, String(row)], rows[String(row)], (own) => ({
        row: own,
        rowIndex: i + 1,
        rowName: row,
        rowValue: row,
      })),
    )
  }
  return (Array.isArray(value) ? value : []).map((one, i) =>
    place([...here, i], one, (own) =>
      question.type === 'paneldynamic' ? { panel: own, panelIndex: i } : { row: own, rowIndex: i + 1 },
    ),
  )
}

/** The rows of a matrix that are shown. */
export const shownRows = (question: Question, scope: Scope, x: Expressions): Choice[] =>
  question.rows.filter(({ value, visibleIf }) =>
    isOffered(value, visibleIf ?? question.rowsVisibleIf, scope, x),
  )

/** Whether a choice or a row with this condition is offered. `{item}` in it is the choice itself. */
export const isOffered = (
  value: Choice['value'],
  condition: string | undefined,
  scope: Scope,
  { holds }: Expressions,
): boolean => !condition || holds(condition, inner(scope, { item: value, choice: value }))

/** Whether a value is no answer: absent, blank, a list or an object that holds none. */
export const isEmpty = (value: Json | undefined): boolean => {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
