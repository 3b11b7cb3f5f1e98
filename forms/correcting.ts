// The Caf's correction of what was submitted: whether one may be made, and what of the corrected submission it keeps.
import type { AnswerChange } from './answer-changes.ts'
import type { Coherence, Justifications } from './findings.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import type { Submission } from './nouns/submission.ts'
import { Problem } from './problems.ts'
import { sectionKeys } from './shape.ts'

/** Whether the Caf may correct a response of this status; its deadline does not bind the Caf. */
export const isCorrectable = ({ status }: Pick<Response, 'status'>): boolean =>
  status === 'submitted' || status === 'to-correct'

/** Throws `response-locked` once validated, `nothing-to-correct` where nothing was submitted. */
export const assertCorrectable = (response: Pick<Response, 'status'>): void => {
  if (isCorrectable(response)) return
  if (response.status === 'validated') {
    throw new Problem(
      'response-locked',
      'Ce dossier est validé : il ne change plus. Retirez d’abord la validation pour le corriger.',
    )
  }
  throw new Problem(
    'nothing-to-correct',
    'Rien n’a été transmis pour ce dossier : il n’y a rien à corriger. Accordez plutôt un délai au partenaire.',
  )
}

/** Throws `nothing-to-correct` when the answers are those that count already. */
export const assertChanged = (changes: readonly AnswerChange[]): void => {
  if (changes.length > 0) return
  throw new Problem(
    'nothing-to-correct',
    'Ces réponses sont celles qui comptent déjà : aucune ne change. Rien n’a été enregistré.',
  )
}

/** The partner's justifications, by rule, under those that the agent writes: they hold for what still stands. */
export const justificationsKept = (
  coherence: Coherence | undefined,
  written: Justifications = {},
): Justifications => ({
  ...Object.fromEntries(
    (coherence?.findings ?? []).flatMap(({ rule, justification }) =>
      justification ? [[rule, justification]] : [],
    ),
  ),
  ...written,
})

/** The findings of a correction, each explanation under whose it is: an agent's as soon as it differs from what stood. */
export const explainedBy = (
  coherence: Coherence,
  before: Coherence | undefined,
  written: Justifications = {},
): Coherence => ({
  ...coherence,
  findings: coherence.findings.map((finding) => {
    const stood = before?.findings.find(({ rule, justification }) => rule === finding.rule && justification)
    const isKept = !(finding.rule in written) || written[finding.rule] === stood?.justification
    const byCaf = finding.justification !== undefined && (isKept ? stood?.explainedByCaf : true)
    return byCaf ? { ...finding, explainedByCaf: true } : finding
  }),
})

/** Who still stands by a section: those whose section the correction left as it was. */
export const confirmationsKept = (
  form: FormVersion,
  confirmations: Submission['confirmations'],
  changed: readonly string[],
): Submission['confirmations'] => {
  if (!confirmations) return undefined
  const keys = sectionKeys(form)
  const names = new Set(changed.map((question) => question.slice(1)))
  return Object.fromEntries(
    Object.entries(confirmations).filter(([section]) => !keys[section]?.some((key) => names.has(key))),
  )
}
