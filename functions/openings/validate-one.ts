import { versionOf } from '../../forms/moving/versions.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { type Opening, openedWords, openingOf } from '../../forms/opening.ts'
import { Problem } from '../../forms/problems.ts'
import { getFormVersion } from '../store/forms.ts'
import type { Dossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'
import { markValidated } from '../store/validation.ts'
import { settleValidation } from './settle.ts'

type By = {
  readonly by: string
  readonly at: string
  /** The agent has said that these people are of the organisation that is here already. */
  readonly joins?: boolean
  /** Looks at what would be validated, and at what that would open, before anything is written; throws to refuse. */
  readonly before: (submission: Submission, opening: Opening | undefined) => Promise<void>
}

/** Validates what was submitted, as it was read. Throws the Problem that says why not, and then nothing changed. */
export const validateOne = async (dossier: Dossier, { by, at, joins = false, before }: By): Promise<void> => {
  const submission = await findSubmission(dossier)
  if (dossier.status !== 'submitted' || !submission) throw new Problem('not-to-validate')
  const { info } = await getFormVersion(dossier.formId, versionOf(submission, dossier))
  const opening = openingOf(info, submission.answers, dossier)
  await before(submission, opening)
  const signed = `${by}, ${dossier.cafName}`
  const validated = await markValidated(dossier, {
    by: signed,
    at,
    hasEffect: opening !== undefined,
    detail: opening && openedWords(opening, { joins }),
  })
  if (!validated) throw new Problem('concurrent-change')
  await settleValidation(dossier.id)
}
