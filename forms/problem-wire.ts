// What an error says.
import * as z from 'zod'

/** A problem document (RFC 9457). */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
