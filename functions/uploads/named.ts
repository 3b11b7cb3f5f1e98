import { documentFaults, idsNamed, namedDocuments } from '../../forms/named-documents.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { assertNoFault } from '../../forms/shape.ts'
import { listDocuments, markSent } from '../store/documents.ts'

/**
 * Throws `invalid-answers` unless each document that answers name is kept with this very response. One query, and none
 * when they name nothing: an autosave without documents costs nothing more. Answers the ids named.
 */
export const assertDocumentsKept = async (
  form: FormVersion,
  responseId: string,
  answers: Answers,
): Promise<string[]> => {
  const named = namedDocuments(form, answers)
  if (named.length === 0) return []
  const faults = documentFaults(named, await listDocuments(responseId))
  assertNoFault(faults.map((fault) => ({ ...fault, pointer: `/answers${fault.pointer}` })))
  return idsNamed(named)
}

/**
 * The same before answers count, and keeps what they name from being removed: a removal at the same instant either
 * comes first, and is found here, or is refused from then on.
 */
export const holdDocuments = async (
  form: FormVersion,
  responseId: string,
  answers: Answers,
  at: string,
): Promise<void> => {
  const ids = await assertDocumentsKept(form, responseId, answers)
  const held = await Promise.all(ids.map((id) => markSent(responseId, id, at)))
  if (held.includes(false)) await assertDocumentsKept(form, responseId, answers)
}
