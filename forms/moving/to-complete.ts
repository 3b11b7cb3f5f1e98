// What a change of version asks of those who have answered already: what keeps their answers from being transmitted now
// and did not before.

import type { FormVersion } from '../nouns/form.ts'
import type { Answers } from '../nouns/scalars.ts'
import type { Fault } from '../problems.ts'
import { Problem } from '../problems.ts'
import type { Step } from './move-answers.ts'
import { movedPointer } from './moved-pointer.ts'

/** Throws what would be refused of answers at submission: `checkAnswers` of answers.ts, which not every caller bundles. */
export type CheckAnswers = (form: FormVersion, answers: Answers, prefilled: Answers) => unknown

type Judged = { readonly answers: Answers; readonly prefilled: Answers }

/** What is to complete or correct after these steps, and was not before them. */
export const toComplete = (
  check: CheckAnswers,
  steps: readonly Step[],
  before: Judged,
  after: Judged,
): Fault[] => {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const already = new Set(
    faultsOf(check, first.from, before).flatMap(({ pointer }) => movedPointer(steps, pointer) ?? []),
  )
  return faultsOf(check, last.to, after).filter(({ pointer }) => !already.has(pointer))
}

const faultsOf = (check: CheckAnswers, form: FormVersion, { answers, prefilled }: Judged): Fault[] => {
  try {
    check(form, answers, prefilled)
    return []
  } catch (error) {
    if (error instanceof Problem && error.errors) return error.errors
    throw error
  }
}
