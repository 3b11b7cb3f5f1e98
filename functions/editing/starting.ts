import { blankContent, contentFrom, importedContent } from '../../forms/editing/new-content.ts'
import type { Content, NewForm, StartedFrom } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import type { FormVersion } from '../../forms/schemas.ts'
import { findForm, getFormVersion } from '../store/forms.ts'

type Start = { readonly contentOf: (id: string) => Content; readonly startedFrom?: StartedFrom }

/** What a new questionnaire starts from. Throws `invalid-request` for a version that the Caf does not have. */
export const startOf = async (
  from: NewForm['from'],
  { cafId, title }: { cafId: string; title: string },
): Promise<Start> => {
  if (from === 'blank') return { contentOf: (id) => blankContent({ id, title }) }
  if ('content' in from) return { contentOf: (id) => importedContent(from.content, { id, title }) }
  const version = await startingVersion(cafId, from)
  return { contentOf: (id) => contentFrom(version, { id, title }), startedFrom: from }
}

/** The version that a draft starts from. Throws `invalid-request` for one that the Caf does not have. */
export const startingVersion = async (
  cafId: string,
  { formId, version }: StartedFrom,
): Promise<FormVersion> => {
  const form = await findForm(formId)
  if (form?.cafId === cafId && version <= (form.latestVersion ?? 0)) return getFormVersion(formId, version)
  const detail = `Votre Caf n’a pas de version ${version} d’un questionnaire « ${formId} ».`
  throw new Problem('invalid-request', detail, { errors: [{ pointer: '/from', detail }] })
}
