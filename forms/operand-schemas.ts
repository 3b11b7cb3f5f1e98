// The schemas of the small language for rules kept as data (form.json): see operands.ts, which reads
// answers by it. Apart, because pages read answers too, and zod is heavy.
import * as z from 'zod'

/** An RFC 6901 pointer into answers, in which a part may be `*`: every row, line or element there. */
export const Pattern = z.string().regex(/^(?:\/[^/]+)+$/)
export type Pattern = z.infer<typeof Pattern>

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/**
 * A number taken from answers: a sum, or how many values there are (with `is`, how many are just that). `form` takes
 * them from the project's answers to another form of the same school year.
 */
export const Operand = z.union([
  z.strictObject({ sum: z.array(Pattern).min(1), form: z.string().optional() }),
  z.strictObject({ count: Pattern, is: Scalar.optional(), form: z.string().optional() }),
])
export type Operand = z.infer<typeof Operand>
