// What changed between what was reviewed and what the server now has.

import type { ResponseView } from '../../forms/response-wire.ts'
import { commentKey } from './draft-answers.ts'
import type { Dossier } from './load-response.ts'
import { sameAnswer } from './merge.ts'

type Reviewed = Pick<Dossier, 'drafts' | 'outline'> & {
  readonly response: Pick<ResponseView, 'sections'> & {
    readonly submission?: { readonly number: number } | undefined
  }
}

export type SectionChange = {
  readonly title: string
  /** Who saved it last, and when; nobody when a submission replaced it. */
  readonly by: string | undefined
  readonly at: string | undefined
  readonly questions: readonly { readonly name: string; readonly title: string }[]
}

/** The sections whose answers differ, in order, with the questions that do. */
export const changedSections = (before: Reviewed, after: Reviewed): SectionChange[] =>
  after.outline.flatMap(({ name, title, blocks }) => {
    const questions = blocks
      .flatMap(({ fields }) => fields)
      .filter((field) =>
        [field.name, commentKey(field.name)].some(
          (key) => !sameAnswer(before.drafts[name]?.[key], after.drafts[name]?.[key]),
        ),
      )
      .map((field) => ({ name: field.name, title: field.title }))
    if (questions.length === 0) return []
    const saved = after.response.sections[name]
    return [{ title, by: saved?.savedBy, at: saved?.savedAt, questions }]
  })

/** Whether another submission came in between. */
export const isResubmitted = (before: Reviewed, after: Reviewed): boolean =>
  before.response.submission?.number !== after.response.submission?.number
