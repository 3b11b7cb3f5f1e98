// What travels as a Caf gives one response a deadline of its own.
import * as z from 'zod'
import { Response } from './nouns/response.ts'
import { PlainDate } from './nouns/scalars.ts'
import { QuestionPointer } from './question-wire.ts'
import { Reason, words } from './written-words.ts'

/** PUT /responses/{id}/deadline: a Caf gives one response more time. */
export const ExtendResponse = z.strictObject({ lastDay: PlainDate, reason: Reason })
export type ExtendResponse = z.infer<typeof ExtendResponse>

/** POST /responses/{id}/correction: a Caf asks for a correction, with a deadline of its own. */
export const AskCorrection = z.strictObject({
  message: words(2000),
  lastDay: PlainDate,
  /** The questions it is about, as pointers into the answers: shown beside them. */
  questions: z.array(QuestionPointer).max(100, 'Choisissez 100 questions au plus.').optional(),
})
export type AskCorrection = z.infer<typeof AskCorrection>

/** What an extension or a request for correction answers. */
export const DeadlineSet = Response.pick({ status: true, closesAt: true, deadlineFrom: true })
export type DeadlineSet = z.infer<typeof DeadlineSet>
