// What form.json says of the results of a campaign: by which answers they may be narrowed. Which question plays which
// part is data, so that a Caf can say it of a form of its own.
import * as z from 'zod'
import { Pattern } from './operand-schemas.ts'

/** By where, by whom it is for, by who answers. */
export const FilterKind = z.enum(['territory', 'level', 'organisation'])
export type FilterKind = z.infer<typeof FilterKind>

/** A question with choices that results may be narrowed by: those whose answer is, or holds, one value. */
const ResultFilter = z.strictObject({
  /** In addresses: `?niveau=college`. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((name) => !['publish', 'question', 'from', 'campagne', 'publier'].includes(name)),
  label: z.string().min(1),
  by: FilterKind,
  /** Where its values stand in the answers; `*` for every line of a list. */
  at: Pattern,
})
export type ResultFilter = z.infer<typeof ResultFilter>

export const ResultMarks = z.strictObject({ filters: z.array(ResultFilter).max(8).default([]) })
