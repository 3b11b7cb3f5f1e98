// A new response from a copy of an earlier one: each answer that the new version of the form still takes, as a draft
// that nobody has confirmed.
import { assertMay } from '../../forms/access.ts'
import { copyable } from '../../forms/copies.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { readMoved } from '../store/moves.ts'
import { getDossier } from '../store/responses.ts'
import { saveSection } from '../store/sections.ts'
import { findSubmission } from '../store/submissions.ts'

/**
 * The answers of a response that the actor may read as a partner, to be copied into a new one of this form. Throws
 * `not-found` when there is none for them, `invalid-request` where the form allows no copy or asks something else.
 */
export const getCopied = async (actor: Actor, id: string, form: FormVersion): Promise<Answers> => {
  const dossier = await getDossier(id)
  assertMay({ ...actor, agencies: [] }, 'response:read', dossier)
  if (!form.info.mayDuplicate || dossier.formId !== form.formId) {
    throw new Problem('invalid-request', 'Ce questionnaire ne se commence pas par la copie de ce dossier.')
  }
  return (await readMoved(dossier, await findSubmission(dossier))).answers
}

/** Saves them as the first draft of a response that was just made. */
export const copyInto = async (
  response: Response,
  form: FormVersion,
  answers: Answers,
  { by, at }: { by: string; at: string },
): Promise<void> => {
  for (const [name, own] of Object.entries(copyable(form, answers, response))) {
    await saveSection(response, { name, answers: own, seen: 0, by, at })
  }
}
