// What is paid for each school year (rates.json): a table that a Caf changes without a developer.
import * as z from 'zod'
import table from './rates.json' with { type: 'json' }

/** What is paid for a school year: amounts in cents per collectif, and where they come from. */
export const Rate = z.strictObject({
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
  /** The part of the cost that is paid, four decimals at most: 0.325 is 32.5 %. */
  rate: z.number().positive().max(1).multipleOf(0.0001),
  /** The cost of one collectif that is taken into account at most. */
  ceiling: z.int().nonnegative(),
  bonusChildren: z.int().nonnegative(),
  bonusParents: z.int().nonnegative(),
  source: z.string().min(1),
})
export type Rate = z.infer<typeof Rate>

/** The rates known. A year that is not there cannot be computed: nothing is carried over from another. */
export const rates: readonly Rate[] = z.array(Rate).parse(table)

/** The row of a school year, if there is one, as a list. */
export const ratesOf = (schoolYear: string): Rate[] => rates.filter((rate) => rate.schoolYear === schoolYear)
