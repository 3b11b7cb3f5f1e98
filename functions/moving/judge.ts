// What a change of version would do to one response: the same for the rehearsal that tells it and the move that does it.
import type { Step } from '../../forms/moving/move-answers.ts'
import type { Lost } from '../../forms/moving/move-values.ts'
import { movedDossier } from '../../forms/moving/moved-sections.ts'
import { type CheckAnswers, toComplete } from '../../forms/moving/to-complete.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import type { Fault } from '../../forms/problems.ts'
import { quartersOf } from '../../forms/progress.ts'
import { fullChainOf } from '../store/moves.ts'
import type { Dossier } from '../store/responses.ts'
import { rulesFound } from './rules-found.ts'

export type Verdict = {
  readonly lost: readonly Lost[]
  readonly toComplete: readonly Fault[]
  /** How far each section is filled under the new version (progress.ts). */
  readonly quarters: NonNullable<Response['quarters']>
  /** Whether anything was answered. */
  readonly isBegun: boolean
}

/** What these steps would do to a dossier. */
export const judge = async (
  dossier: Dossier,
  submission: Submission | undefined,
  steps: readonly Step[],
  check: CheckAnswers,
): Promise<Verdict> => {
  const chain = await fullChainOf(dossier, dossier.formVersion)
  const before = movedDossier(dossier, submission, chain)
  const after = movedDossier(dossier, submission, { ...chain, steps: [...chain.steps, ...steps] })
  const isBegun = Object.keys(before.answers).length > 0
  const judged = (one: typeof before) => ({
    answers: one.answers,
    prefilled: prefilledOf(one.form.info, dossier),
  })
  return {
    // What was lost before is lost again on the way.
    lost: after.lost.slice(before.lost.length),
    toComplete: isBegun
      ? [
          ...toComplete(check, steps, judged(before), judged(after)),
          ...(await rulesFound(steps, {
            ...{ dossier, submission, before: before.answers, after: after.answers },
          })),
        ]
      : [],
    quarters: Object.fromEntries(
      Object.values(after.sections)
        .filter(({ name, answers }) => name in after.sources && Object.keys(answers).length > 0)
        .map(({ name, answers }) => [name, quartersOf(after.form, name, answers)]),
    ),
    isBegun,
  }
}
