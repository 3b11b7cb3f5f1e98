// What is surely missing before a submission, told without SurveyJS: parts nobody began, and questions that owe an
// answer whatever the others are. What depends on a condition, and whether answers are right, the server says.

import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Fault, pointer } from '../../forms/problems.ts'
import { isBlank } from '../shared/answer-text.ts'
import type { SectionOutline } from '../shared/outline.ts'

export type MissingSection = {
  readonly name: string
  readonly title: string
  /** Nothing of it was answered. */
  readonly untouched: boolean
  /** One for each answer it surely lacks. */
  readonly faults: readonly Fault[]
}

/** The sections that surely lack answers, in order. `answers` holds the server's own values too. */
export const missingSections = (outline: readonly SectionOutline[], answers: Answers): MissingSection[] =>
  outline.flatMap(({ name, title, blocks }) => {
    const fields = blocks.flatMap((block) => block.fields)
    const faults = fields.flatMap((field) =>
      field.required && isBlank(answers[field.name])
        ? [{ pointer: pointer(field.name), detail: field.required }]
        : [],
    )
    const untouched = fields.every((field) => isBlank(answers[field.name]))
    return faults.length === 0 ? [] : [{ name, title, untouched, faults }]
  })
