// Coherence (domain.md, « Coherence rules »): answers that are each well formed may still contradict one another, the
// forecast or the notification. One engine for page and server; the rules are data of each version of a questionnaire
// (coherence-rules.ts).
import { type Facts, found } from './coherence-checks.ts'
import type { Check, Rule } from './coherence-rules.ts'
import type { Coherence, Finding, Justifications } from './findings.ts'
import type { FormInfo, FormVersion } from './nouns/form.ts'
import type { Values } from './operands.ts'

/** A justification shorter than this explains nothing. */
const MIN_JUSTIFICATION = 3

/** Whether a justification explains anything. */
export const explains = (justification = ''): boolean => justification.trim().length >= MIN_JUSTIFICATION

/** Rules, and the name that what they find is kept under. */
export type RuleSet = { readonly ruleSet: string; readonly rules: readonly Rule[] }

/**
 * The rules of a version. Their name is that of the questionnaire and its version, `clas-reel, version 3`: a version never
 * changes, so it says for ever which rules were applied. What was transmitted before versions had rules of their own keeps
 * the name that was given to a set for all (`clas-2024-1`). It is for people: nothing reads it back.
 */
export const rulesOf = ({ formId, version, info }: Versioned): RuleSet => ({
  ruleSet: `${formId}, version ${version}`,
  rules: info.coherence,
})
type Versioned = Pick<FormVersion, 'formId' | 'version'> & { readonly info: Pick<FormInfo, 'coherence'> }

/**
 * What the rules find in the answers to a form. They read what people type (R1 alone also reads a total, which a draft
 * does not hold), so that a draft in a page and settled answers give the same. Each justification goes into the warnings of its rule; one
 * for a rule that found nothing is left out.
 */
export const checkCoherence = (
  { ruleSet, rules }: RuleSet,
  info: Pick<FormInfo, 'compared'>,
  answers: Values,
  facts: Facts,
  justifications: Justifications = {},
): Coherence => ({
  ruleSet,
  findings: rules.flatMap(({ id, kind, checks }) =>
    checks
      .flatMap((check) => found(check, info, answers, facts))
      .map((told): Finding => {
        const why = kind === 'warning' ? justifications[id] : undefined
        return { rule: id, kind, ...told, ...(why ? { justification: why } : {}) }
      }),
  ),
})

/** What the rules of a form read beside its answers. */
export type FactsRead = { readonly forms: readonly string[]; readonly notifiedCollectifs: boolean }

/** The other kinds of forms whose answers the rules of this one read, and whether they read the notification. */
export const factsRead = (info: Pick<FormInfo, 'coherence' | 'compared'>): FactsRead => {
  const checks = info.coherence.flatMap((rule) => rule.checks)
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
