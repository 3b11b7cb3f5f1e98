// What is surely missing before a submission, told without SurveyJS: parts nobody began, and questions that owe an
// answer whatever the others are. What depends on a condition, and whether answers are right, the server says.
import type { Fault } from '../../forms/problems.ts'
import { pointer } from '../../forms/problems.ts'
import type { Answers } from '../../forms/schemas.ts'
import { isBlank } from '../shared/answer-text.ts'
import type { SectionOutline } from '../shared/outline.ts'

export type MissingSection = {
  readonly name: string
  readonly title: string
  /** Nothing of it was answered. */
  readonly untouched: boolean
  /** How many answers it surely lacks. */
  readonly count: number
  readonly faults: readonly Fault[]
}

/** The sections that surely lack answers, in order. `answers` holds the server's own values too. */
export const missingSections = (outline: readonly SectionOutline[], answers: Answers): MissingSection[] =>
  outline.flatMap(({ name, title, blocks }) => {
    const fields = blocks.flatMap((block) => block.fields)
    const owed = fields.filter((field) => field.required && isBlank(answers[field.name]))
    const untouched = fields.every((field) => isBlank(answers[field.name]))
    if (owed.length === 0) return []
    const faults = owed.map((field) => ({
      pointer: pointer(field.name),
      detail: 'Une réponse est attendue.',
    }))
    return [{ name, title, untouched, count: owed.length, faults }]
  })
