// What points at questions, and at fields of answers, in what travels.
import * as z from 'zod'

/** A question, as a pointer into the answers. */
export const QuestionPointer = z
  .string()
  .regex(/^\/[^/]{1,120}$/, 'Donnez l’adresse d’une question, comme /effectif.')

/** A field that differs: `pointer` leads into the answers; a side is absent where nothing was answered. */
export const AnswerChanged = z.object({
  pointer: z.string(),
  before: z.json().optional(),
  after: z.json().optional(),
})
