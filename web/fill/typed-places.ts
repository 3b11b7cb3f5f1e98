// What stands in the fields of questions and cannot be taken, numbers and choices of a list; those of their rows and panels
// among them.
import { pointer } from '../../forms/problems.ts'
import { isNumber, retype } from './number-input.tsx'
import { untakenOf } from './own-faults.ts'
import type { Question } from './survey-parts.ts'
import { isChoice, restoreUnlisted } from './typed-choice.ts'
import type { Untaken } from './untaken.ts'

export const untakenAmong = (questions: readonly Question[]): Untaken[] =>
  questions.flatMap(fieldsOf).flatMap(({ pointer, question }) => {
    const untaken = untakenOf(question)
    return untaken ? [{ pointer, ...untaken, ...(isChoice(question) ? { isChoice: true } : {}) }] : []
  })

/** Shows again what was typed, where there is no answer since. */
export const retypeAmong = (questions: readonly Question[], untaken: readonly Untaken[]): void => {
  const texts = new Map(untaken.map(({ pointer, typed }) => [pointer, typed]))
  for (const { pointer, question } of questions.flatMap(fieldsOf)) {
    const typed = texts.get(pointer)
    if (typed === undefined) continue
    if (isNumber(question)) retype(question, typed)
    else restoreUnlisted(question, typed)
  }
}

type Place = { readonly pointer: string; readonly question: Question }

type Table = Question & { readonly visibleRows: readonly Row[] }
type Row = {
  readonly rowName: unknown
  readonly cells: readonly { readonly question: Question; readonly column: { readonly name: string } }[]
}
type Fields = Question & { readonly items: readonly { readonly name: string; readonly editor: Question }[] }
type Panels = Question & {
  readonly visiblePanels: readonly { readonly questions: readonly Question[] }[]
}

const fieldsOf = (question: Question): readonly Place[] => fieldsIn(question, [question.name])

/** `path` is where the question's own answer stands. */
const fieldsIn = (question: Question, path: readonly (string | number)[]): readonly Place[] => {
  if (!question.isVisible) return []
  if (isTable(question))
    return question.visibleRows.flatMap(({ rowName, cells }, i) =>
      cells.flatMap((cell) => {
        const row = question.getType() === 'matrixdynamic' ? i : String(rowName)
        return fieldsIn(cell.question, [...path, row, cell.column.name])
      }),
    )
  if (isPanels(question))
    return question.visiblePanels.flatMap(({ questions }, i) =>
      questions.flatMap((inner) => fieldsIn(inner, [...path, i, inner.name])),
    )
  if (isFields(question))
    return question.items.flatMap(({ name, editor }) => fieldsIn(editor, [...path, name]))
  return isNumber(question) || isChoice(question) ? [{ pointer: pointer(...path), question }] : []
}

const isTable = (question: Question): question is Table =>
  ['matrixdropdown', 'matrixdynamic'].includes(question.getType())

const isFields = (question: Question): question is Fields => question.getType() === 'multipletext'

const isPanels = (question: Question): question is Panels => question.getType() === 'paneldynamic'
