import * as z from 'zod'
import { FormVersion } from '../../forms/nouns/form.ts'
import { Id, Instant } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { findKeptVersion, formVersionOf, keepVersion, keptOf, listKeptVersions } from './form-versions.ts'
import { ownerKeys } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { queryIndex, queryParts } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

/** Versions never change, so what was read once serves the life of the process. */
const versions = new Map<string, FormVersion>()

/** A published version. Throws `not-found` when it was never published. */
export const getFormVersion = async (formId: string, version: number): Promise<FormVersion> => {
  const name = `${formId}@${version}`
  const known = versions.get(name)
  if (known) return known
  const kept = await findKeptVersion(formId, version)
  if (!kept) throw new Problem('not-found', `La version ${version} du questionnaire n’existe pas.`)
  const found = formVersionOf(kept)
  versions.set(name, found)
  return found
}

/** The published versions of a form, oldest first. */
export const listFormVersions = async (formId: string): Promise<FormVersion[]> =>
  (await listKeptVersions(formId)).map(formVersionOf)

/** A form in the list of its Caf. One that has neither a version nor a draft does not count as one. */
export const FormItem = z.object({
  id: Id,
  cafId: Id,
  title: z.string(),
  /** The latest published version and when that was; undefined when it never was. */
  latestVersion: z.int().positive().optional(),
  publishedAt: Instant.optional(),
  /** The key of the request that made it, so that the same request again makes no other. */
  requestKey: z.string().optional(),
})
export type FormItem = z.infer<typeof FormItem>

/** The number of a form's latest published version; undefined when it was never published. */
export const latestVersionOf = async (formId: string): Promise<number | undefined> =>
  (await findForm(formId))?.latestVersion

/** A form, if it is known. */
export const findForm = (id: string): Promise<FormItem | undefined> => findItem(keys.form(id), FormItem)

/** Puts a form in the list of its Caf, with its latest version. */
export const putForm = (form: FormItem): Promise<boolean> => putItem(keys.form(form.id), itemOf(form))

/** Puts a form that is new in the list of its Caf; false when that id is taken, and then nothing changed. */
export const claimForm = (form: FormItem): Promise<boolean> =>
  putItem(keys.form(form.id), itemOf(form), { condition: 'attribute_not_exists(pk)' })

/** Takes a form that was never published out of the list of its Caf; a published one stays. */
export const dropForm = (id: string): Promise<boolean> =>
  deleteItem(keys.form(id), { condition: 'attribute_not_exists(latestVersion)' })

const itemOf = (form: FormItem) => ({ ...form, ownerKey: ownerKeys.forms(form.cafId), ownerSort: form.id })

/** The ids of the forms of a Caf. */
export const listFormIds = async (cafId: string): Promise<string[]> =>
  (await queryIndex('byOwner', ownerKeys.forms(cafId))).map(({ id }) => String(id))

/** The forms of a Caf. */
export const listForms = async (cafId: string): Promise<FormItem[]> =>
  findItems((await listFormIds(cafId)).map(keys.form), FormItem)

/** When each version of a form was published, oldest first, without its content. */
export const listPublications = async (formId: string): Promise<Publication[]> =>
  (await queryParts(ranges.formVersions(formId), ['version', 'publishedAt', 'sha256'])).map((row) =>
    Publication.parse(row),
  )
const Publication = FormVersion.pick({ version: true, publishedAt: true, sha256: true })
type Publication = z.infer<typeof Publication>

/** Publishes a version; false when that number was taken, and then nothing changed. */
export const putFormVersion = (form: FormVersion): Promise<boolean> => keepVersion(keptOf(form))

/** Makes a version the latest of a form, unless a later one is; false when it is, or when there is no such form. */
export const moveToVersion = (id: string, { version, title, at }: Latest): Promise<boolean> =>
  updateItem(keys.form(id), 'SET latestVersion = :version, title = :title, publishedAt = :at', {
    condition: 'attribute_exists(pk) AND (attribute_not_exists(latestVersion) OR latestVersion < :version)',
    values: { ':version': version, ':title': title, ':at': at },
  })

type Latest = { readonly version: number; readonly title: string; readonly at: string }
