// What the coherence rules found in answers: told to the person before transmission, kept with the submission.
import * as z from 'zod'

/** `R8`: the same rule keeps its id from one version of the rules to the next. */
export const RuleId = z
  .string()
  .regex(/^R[1-9]\d?$/, 'Le numéro d’une règle est la lettre R et un nombre de 1 à 99, comme R15.')
/** Blocking: the answers contradict one another. Warning: unusual, to be explained. */
export const RuleKind = z.enum(['blocking', 'warning'])

/** One thing a rule found. `pointer` leads into the answers; `justification` is what the person wrote of a warning. */
export const Finding = z.object({
  rule: RuleId,
  kind: RuleKind,
  pointer: z.string(),
  message: z.string(),
  justification: z.string().optional(),
  /** An agent of the Caf wrote it, correcting in the partner's place. */
  explainedByCaf: z.literal(true).optional(),
})
export type Finding = z.infer<typeof Finding>

/** Everything found, with the version of the rules that were applied. */
export const Coherence = z.object({ ruleSet: z.string(), findings: z.array(Finding) })
export type Coherence = z.infer<typeof Coherence>

/** Why a warning is as it should be, by rule: sent beside the answers, kept in the findings of that rule. */
export const Justifications = z.record(RuleId, z.string().trim().max(1_000))
export type Justifications = z.infer<typeof Justifications>
