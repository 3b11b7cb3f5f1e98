// Questions that somebody points at, under the version a response has now: a Caf reads what was submitted in the version
// that was made for, a partner fills the present one.
import { movedPointer } from '../../forms/moving/moved-pointer.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { titleOf } from '../../forms/question-titles.ts'
import { chainOf } from '../store/moves.ts'

/** These questions where they are now; one that is gone, or never was, as it was told. */
export const questionsNow = async (
  response: Response,
  asked: readonly string[],
  version: number = response.formVersion,
): Promise<string[]> => {
  if (!response.moves) return [...asked]
  const { first, steps } = await chainOf(response, version)
  const now = steps.at(-1)?.to ?? first
  return asked.map((each) => {
    if (titleOf(now, each) !== undefined) return each
    const made = steps.findLastIndex(({ from }) => titleOf(from, each) !== undefined)
    return (made < 0 ? undefined : movedPointer(steps.slice(made), each)) ?? each
  })
}
