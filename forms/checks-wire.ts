// GET /responses/{id}/checks: what a page needs to tell as the person types what the server will find at submission, and
// to estimate the funding: the rules in force for the form, what they read beside the answers, and the year's rates.
import * as z from 'zod'
import { Rule } from './coherence-rules.ts'
import { Answers } from './nouns/scalars.ts'
import { Rate } from './rates.ts'

export const Checks = z.object({
  ruleSet: z.string(),
  rules: z.array(Rule),
  facts: z.object({
    schoolYear: z.string(),
    notifiedCollectifs: z.int().optional(),
    /** Of the project's transmitted answers of the same year, by kind of form: the questions that are read. */
    others: z.record(z.string(), Answers),
  }),
  /** The row of the school year, if there is one. */
  rates: z.array(Rate),
})
export type Checks = z.infer<typeof Checks>
