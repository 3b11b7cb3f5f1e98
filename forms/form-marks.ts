// What form.json says of questions beside their definition: marks that other parts of the platform act on.
import * as z from 'zod'
import { Operand, Pattern } from './operand-schemas.ts'

/** Questions that a new response takes from an earlier one of the project; the first source that has a value wins. */
export const CarriedOver = z.object({
  /** The kind of form they come from. */
  from: z.string(),
  /** Of the school year before this one, or of the same. */
  year: z.enum(['previous', 'same']),
  questions: z.array(z.string()).min(1),
})

/** What is said beside the free texts of some questions: no names, health or origin. A question has one at most. */
export const TextNotice = z.strictObject({
  text: z.string().trim().min(1, 'Écrivez l’avertissement, ou retirez-le.').max(500),
  questions: z.array(z.string()).min(1),
})
export type TextNotice = z.infer<typeof TextNotice>

/** The lines shown beside those of another form of the same project and year, and which of them are money. */
export const Compared = z.object({
  /** The kind of the other form. */
  with: z.string(),
  values: z.array(z.object({ pointer: Pattern, money: z.boolean().default(false) })).min(1),
})

/** Where the facts of the funding estimate are in the answers. */
export const FundingMarks = z.object({
  charges: Operand,
  collectifs: Operand,
  /** Absent: the form asks for none. */
  bonusChildren: Operand.optional(),
  bonusParents: Operand.optional(),
})
