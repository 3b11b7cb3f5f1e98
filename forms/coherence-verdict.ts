// Whether what the coherence rules found may be transmitted. The page asks the same of the person beforehand.
import { explains } from './coherence.ts'
import type { Coherence } from './findings.ts'
import { type Fault, Problem } from './problems.ts'

/**
 * Throws `invalid-answers` when something blocks, or a warning is not explained: a pointer to each answer that
 * contradicts another, `/justifications/R8` for each missing explanation, and everything found in `coherence`.
 */
export const assertCoherent = (coherence: Coherence): void => {
  const blocking = coherence.findings.filter(({ kind }) => kind === 'blocking')
  const warnings = coherence.findings.filter(({ kind }) => kind === 'warning')
  const unexplained = Object.groupBy(
    warnings.filter(({ justification }) => !explains(justification)),
    ({ rule }) => rule,
  )
  const errors: Fault[] = [
    ...blocking.map(({ pointer, message }) => ({ pointer: `/answers${pointer}`, detail: message })),
    ...Object.entries(unexplained).map(([rule, findings = []]) => ({
      pointer: `/justifications/${rule}`,
      detail: `Expliquez : ${[...new Set(findings.map(({ message }) => message))].slice(0, 3).join(' ')}`,
    })),
  ]
  if (errors.length === 0) return
  const detail =
    blocking.length > 0
      ? 'Des réponses sont à corriger, ou manquent. Rien n’a été transmis.'
      : 'Des réponses sont inhabituelles : corrigez-les, ou dites pourquoi. Rien n’a été transmis.'
  throw new Problem('invalid-answers', detail, { errors, extra: { coherence } })
}
