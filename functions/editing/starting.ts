import { blankContent, contentFrom, importedContent } from '../../forms/editing/new-content.ts'
import type { Content, NewForm, StartedFrom } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { findKeptVersion, versionContentOf } from '../store/form-versions.ts'
import { findForm } from '../store/forms.ts'

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

/** What the version that a draft starts from was made of, every property. Throws `invalid-request` for one that the Caf does not have. */
export const startingVersion = async (cafId: string, { formId, version }: StartedFrom): Promise<Content> => {
  const { cafId: owner, latestVersion = 0 } = (await findForm(formId)) ?? {}
  const kept =
    owner === cafId && version <= latestVersion ? await findKeptVersion(formId, version) : undefined
  if (kept) return versionContentOf(kept)
  const detail = `Votre Caf n’a pas de version ${version} d’un questionnaire « ${formId} ».`
  throw new Problem('invalid-request', detail, { errors: [{ pointer: '/from', detail }] })
}
