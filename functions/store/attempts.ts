import * as z from 'zod'
import { Instant } from '../../forms/nouns/scalars.ts'
import type { Problem } from '../../forms/problems.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { putItem } from './write-items.ts'

/** A submission that was refused: proof that it was tried, when, and why it did not count. */
export const Attempt = z.object({
  at: Instant,
  by: z.string(),
  problem: z.string(),
  detail: z.string(),
  /** SHA-256 of the canonical answers that were sent. */
  sha256: z.string().optional(),
})
export type Attempt = z.infer<typeof Attempt>

const MAX_A_DAY = 50

/** Keeps a refused submission; beyond 50 a day (UTC) for one response it is dropped. */
export const recordAttempt = async (
  responseId: string,
  attempt: Omit<Attempt, 'problem' | 'detail'>,
  problem: Problem,
): Promise<void> => {
  const day = attempt.at.slice(0, 10)
  const item = { ...attempt, problem: problem.name, detail: problem.message }
  let slot = (await queryRange(ranges.attempts(responseId, day))).length
  while (slot < MAX_A_DAY) {
    const put = await putItem(keys.attempt(responseId, day, slot), item, {
      condition: 'attribute_not_exists(pk)',
    })
    if (put) return
    slot += 1
  }
}

/** The refused submissions of a response, oldest first. */
export const listAttempts = async (responseId: string): Promise<Attempt[]> =>
  (await queryRange(ranges.attempts(responseId))).map((row) => Attempt.parse(row))
