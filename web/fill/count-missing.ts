// How many answers a section still needs, counted as the server counts them when it refuses: a table by its cells, a
// repeated block by its questions, a matrix that wants every row by its rows.
import { isFaulty } from './own-faults.ts'
import type { Missing } from './survey-options.ts'
import type { Question } from './survey-parts.ts'
import { untakenAmong } from './typed-places.ts'

/** A question with what stands inside it, as SurveyJS tells it. */
export type Counted = Question & {
  getNestedQuestions(): Counted[]
  /** The table or repeated block that it stands in. */
  readonly parentQuestion?: unknown
  /** Of a matrix. */
  readonly eachRowRequired?: boolean
  readonly visibleRows?: readonly { readonly value?: unknown }[]
  /** Of several texts, each a field of its own. */
  readonly items?: readonly { readonly editor?: Counted }[]
}

/** What is lacking and what cannot stand in these questions, which are those a section shows. */
export const missingIn = (questions: readonly Counted[]): Missing => {
  const left = questions.filter((question) => !question.validate(false))
  const counts = left.map(countOf)
  return {
    faulty: sum(counts.map(({ faulty }) => faulty)),
    lacking: sum(counts.map(({ lacking }) => lacking)),
    first: left[0]?.name,
  }
}

/** A question and what stands inside it. */
export const withInner = (question: Counted | undefined): Counted[] =>
  question ? [question, ...question.getNestedQuestions()] : []

/**
 * Whether a field stands in a row that is only offered: of a table that owes no row and has none, the server asks for
 * no cell.
 */
export const isOnlyOffered = ({ parentQuestion: table }: Counted): boolean =>
  isQuestion(table) && table.getType() === 'matrixdynamic' && !table.isRequired && isWithoutRows(table)

const countOf = (question: Counted): { faulty: number; lacking: number } => {
  const rows = rowsLacking(question)
  if (rows > 0) return { faulty: 0, lacking: rows }
  if (question.getType() === 'matrixdynamic' && isWithoutRows(question)) return { faulty: 0, lacking: 1 }
  const wrong = fieldsOf(question).filter((field) => !field.validate(false))
  const faulty = Math.max(wrong.filter(isFaulty).length, untakenAmong([question]).length)
  const lacking = wrong.filter((field) => !isFaulty(field)).length
  return faulty + lacking > 0 ? { faulty, lacking } : { faulty: 0, lacking: 1 }
}

/** The fields of a question that hold one answer each; itself when it has none inside. */
const fieldsOf = (question: Counted): Counted[] => {
  const texts = question.getType() === 'multipletext' ? (question.items ?? []) : []
  if (texts.length > 0 && !(question.isRequired && question.isEmpty()))
    return texts.flatMap(({ editor }) => editor ?? [])
  return withInner(question).filter((it) => it.getNestedQuestions().length === 0)
}

/** The rows of a matrix that want an answer and have none. */
const rowsLacking = (question: Counted): number => {
  if (question.getType() !== 'matrix' || !question.eachRowRequired) return 0
  if (question.isRequired && question.isEmpty()) return 1
  return (question.visibleRows ?? []).filter(({ value }) => value === undefined || value === null).length
}

const isWithoutRows = ({ value }: Counted): boolean => !Array.isArray(value) || value.length === 0

const isQuestion = (it: unknown): it is Counted =>
  typeof it === 'object' && it !== null && 'getType' in it && typeof it.getType === 'function'

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
