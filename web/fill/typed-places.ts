// What stands in the number fields of questions and cannot be taken, those of their rows and panels among them.
import { pointer } from '../../forms/problems.ts'
import { isNumber, type NumberQuestion, retype, untakenIn } from './number-input.tsx'
import type { Question } from './survey-parts.ts'
import type { Untaken } from './untaken.ts'

export const untakenAmong = (questions: readonly Question[]): Untaken[] =>
  questions.flatMap(numbersOf).flatMap(({ pointer, question }) => {
    const untaken = untakenIn(question)
    return untaken ? [{ pointer, ...untaken }] : []
  })

/** Shows again what was typed, where there is no answer since. */
export const retypeAmong = (questions: readonly Question[], untaken: readonly Untaken[]): void => {
  const texts = new Map(untaken.map(({ pointer, typed }) => [pointer, typed]))
  for (const { pointer, question } of questions.flatMap(numbersOf)) {
    const typed = texts.get(pointer)
    if (typed !== undefined) retype(question, typed)
  }
}

type Place = { readonly pointer: string; readonly question: NumberQuestion }

type Table = Question & { readonly visibleRows: readonly Row[] }
type Row = {
  readonly rowName: unknown
  readonly cells: readonly { readonly question: Question; readonly column: { readonly name: string } }[]
}
type Fields = Question & { readonly items: readonly { readonly name: string; readonly editor: Question }[] }
type Panels = Question & {
  readonly visiblePanels: readonly { readonly questions: readonly Question[] }[]
}

const numbersOf = (question: Question): readonly Place[] => numbersIn(question, [question.name])

/** `path` is where the question's own answer stands. */
const numbersIn = (question: Question, path: readonly (string | number)[]): readonly Place[] => {
  if (!question.isVisible) return []
  if (isTable(question))
    return question.visibleRows.flatMap(({ rowName, cells }, i) =>
      cells.flatMap((cell) => {
        const row = question.getType() === 'matrixdynamic' ? i : String(rowName)
        return numbersIn(cell.question, [...path, row, cell.column.name])
      }),
    )
  if (isPanels(question))
    return question.visiblePanels.flatMap(({ questions }, i) =>
      questions.flatMap((inner) => numbersIn(inner, [...path, i, inner.name])),
    )
  if (isFields(question))
    return question.items.flatMap(({ name, editor }) => numbersIn(editor, [...path, name]))
  return isNumber(question) ? [{ pointer: pointer(...path), question }] : []
}

const isTable = (question: Question): question is Table =>
  ['matrixdropdown', 'matrixdynamic'].includes(question.getType())

const isFields = (question: Question): question is Fields => question.getType() === 'multipletext'

const isPanels = (question: Question): question is Panels => question.getType() === 'paneldynamic'
