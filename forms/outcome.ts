import * as z from 'zod'
import { ResponseId } from './nouns/scalars.ts'

/** What came of an action for one response; `detail` says why it was refused, and then nothing changed. */
export const Outcome = z.object({
  id: ResponseId,
  outcome: z.enum(['done', 'refused']),
  detail: z.string().optional(),
})
export type Outcome = z.infer<typeof Outcome>
