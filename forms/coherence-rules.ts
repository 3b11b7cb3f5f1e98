// The coherence rules of a questionnaire as data (`coherence` in form.json): what is compared, the thresholds, the words.
// A Caf that wants others changes its questionnaire: they are of its next version, which every submission names.
import * as z from 'zod'
import { RuleId, RuleKind } from './findings.ts'
import { Operand, Pattern } from './operand-schemas.ts'

/**
 * One thing to check in the answers. `message` may hold `{left}`, `{right}`, `{value}`, `{expected}` and
 * `{difference}`, written as money where `money` says so; `pointer` is where the fault is shown.
 */
const about = { message: z.string(), money: z.boolean().default(false) }

export const Check = z.discriminatedUnion('check', [
  /** Two numbers; nothing is found while one of them is not there. `fact` is what the Caf knows of the project. */
  z.strictObject({
    ...about,
    check: z.literal('compare'),
    left: Operand,
    is: z.enum(['equal', 'at-most']),
    right: z.union([Operand, z.strictObject({ fact: z.literal('notifiedCollectifs') })]),
    pointer: Pattern,
  }),
  /** Every number where the patterns point is within bounds. */
  z.strictObject({
    ...about,
    check: z.literal('each'),
    values: z.array(Pattern).min(1),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  /** Every day is within the school year, which begins on `from` and ends on `to` (month and day). */
  z.strictObject({
    ...about,
    check: z.literal('school-year'),
    values: z.array(Pattern).min(1),
    from: z.string().regex(/^\d{2}-\d{2}$/),
    to: z.string().regex(/^\d{2}-\d{2}$/),
  }),
  /** The first day is not after the last. */
  z.strictObject({ ...about, check: z.literal('in-order'), first: Pattern, last: Pattern }),
  /** A text is there once something was counted. */
  z.strictObject({ ...about, check: z.literal('needs-text'), when: Operand, text: Pattern }),
  /** Each value that form.json compares with the forecast is within so many percent of it, or within the floor. */
  z.strictObject({
    ...about,
    check: z.literal('near-forecast'),
    percent: z.number().positive(),
    floor: z.strictObject({ money: z.int().nonnegative(), count: z.number().nonnegative() }),
  }),
])
export type Check = z.infer<typeof Check>

/** A rule keeps its id from one version of the questionnaire to the next. */
export const Rule = z.strictObject({
  id: RuleId,
  kind: RuleKind,
  /** What the rule holds, for a Caf officer. */
  title: z.string(),
  checks: z.array(Check).min(1),
})
export type Rule = z.infer<typeof Rule>
