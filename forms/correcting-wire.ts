// What travels about corrections: those that the Caf makes, and what differs between two submissions.
import * as z from 'zod'
import { Justifications } from './findings.ts'
import { Answers, SchoolYear } from './nouns/scalars.ts'
import { AnswerChanged } from './question-wire.ts'
import { SubmissionView } from './response-wire.ts'

/** PUT /responses/{id}/answers: the Caf corrects what was submitted. The reason is told to the partner. */
export const CorrectAnswers = z.strictObject({
  answers: Answers,
  reason: z
    .string('Écrivez le motif de la correction : le partenaire le lira.')
    .trim()
    .min(3, 'Écrivez le motif de la correction, en 3 caractères au moins : le partenaire le lira.')
    .max(1000, 'Écrivez le motif en 1 000 caractères au plus.'),
  /** As at submission; those that the partner gave are kept unless written anew. */
  justifications: Justifications.optional(),
})
export type CorrectAnswers = z.infer<typeof CorrectAnswers>

/** GET /responses/{id}/submissions/{number}: one that counted, with what it changed of the one before. */
export const SubmissionDetail = SubmissionView.extend({
  changes: z.array(AnswerChanged),
  previous: SubmissionView.pick({
    number: true,
    reference: true,
    receivedAt: true,
    by: true,
    madeByCaf: true,
  }).optional(),
})
export type SubmissionDetail = z.infer<typeof SubmissionDetail>

/** GET /responses/{id}/last-year: the answers are absent where nothing was transmitted that year. */
export const LastYear = z.object({ schoolYear: SchoolYear, answers: Answers.optional() })
export type LastYear = z.infer<typeof LastYear>
