// Coherence (domain.md, « Coherence rules »): answers that are each well formed may still contradict one another, the
// forecast or the notification. One engine for page and server; the rules are data (coherence-rules.ts).
import { type Facts, found } from './coherence-checks.ts'
import type { Check, RuleSet } from './coherence-rules.ts'
import type { Coherence, Finding, Justifications } from './findings.ts'
import type { FormInfo } from './nouns/form.ts'
import type { Values } from './operands.ts'

/** A justification shorter than this explains nothing. */
const MIN_JUSTIFICATION = 3

/** Whether a justification explains anything. */
export const explains = (justification = ''): boolean => justification.trim().length >= MIN_JUSTIFICATION

/**
 * What the rules find in the answers to a form. They read what people type (R1 alone also reads a total, which a draft
 * does not hold), so that a draft in a page and settled answers give the same. Each justification goes into the warnings of its rule; one
 * for a rule that found nothing is left out.
 */
export const checkCoherence = (
  { ruleSet, rules }: RuleSet,
  info: Pick<FormInfo, 'kind' | 'compared'>,
  answers: Values,
  facts: Facts,
  justifications: Justifications = {},
): Coherence => ({
  ruleSet,
  findings: rules.flatMap(({ id, kind, checks }) =>
    checks
      .filter(({ forms }) => info.kind !== undefined && forms.includes(info.kind))
      .flatMap((check) => found(check, info, answers, facts))
      .map((told): Finding => {
        const why = kind === 'warning' ? justifications[id] : undefined
        return { rule: id, kind, ...told, ...(why ? { justification: why } : {}) }
      }),
  ),
})

/** What the rules for a form read beside its answers. */
export type FactsRead = { readonly forms: readonly string[]; readonly notifiedCollectifs: boolean }

/** The other kinds of forms whose answers the rules for this one read, and whether they read the notification. */
export const factsRead = ({ rules }: RuleSet, info: Pick<FormInfo, 'kind' | 'compared'>): FactsRead => {
  const checks = rules.flatMap((rule) => rule.checks).filter(({ forms }) => forms.includes(info.kind ?? ''))
  return {
    forms: [...new Set(checks.flatMap((check) => readBy(check, info)))],
    notifiedCollectifs: checks.some((check) => check.check === 'compare' && 'fact' in check.right),
  }
}

const readBy = (check: Check, info: Pick<FormInfo, 'compared'>): string[] => {
  if (check.check === 'near-forecast') return info.compared ? [info.compared.with] : []
  if (check.check !== 'compare') return []
  return [check.left, check.right].flatMap((side) => ('form' in side && side.form ? [side.form] : []))
}
