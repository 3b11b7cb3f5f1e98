import * as z from 'zod'
import { Problem } from '../../forms/problems.ts'
import { FormVersion, Id } from '../../forms/schemas.ts'
import { keys, ownerKeys, ranges } from './schema.ts'
import { findItem, findItems, putItem, queryIndex, queryRange } from './table.ts'

/** Versions never change, so what was read once serves the life of the process. */
const versions = new Map<string, FormVersion>()

/** A published version. Throws `not-found` when it was never published. */
export const getFormVersion = async (formId: string, version: number): Promise<FormVersion> => {
  const name = `${formId}@${version}`
  const known = versions.get(name)
  if (known) return known
  const found = await findItem(keys.formVersion(formId, version), FormVersion)
  if (!found) throw new Problem('not-found', `La version ${version} du questionnaire n’existe pas.`)
  versions.set(name, found)
  return found
}

/** The published versions of a form, oldest first. */
export const listFormVersions = async (formId: string): Promise<FormVersion[]> =>
  (await queryRange(ranges.formVersions(formId))).map((row) => FormVersion.parse(row))

/** A form in the list of its Caf. */
export const FormItem = z.object({ id: Id, cafId: Id, title: z.string(), latestVersion: z.int().positive() })
export type FormItem = z.infer<typeof FormItem>

/** The number of a form's latest published version; undefined when it was never published. */
export const latestVersionOf = async (formId: string): Promise<number | undefined> =>
  (await findForm(formId))?.latestVersion

/** A form, if it is known. */
export const findForm = (id: string): Promise<FormItem | undefined> => findItem(keys.form(id), FormItem)

/** Puts a form in the list of its Caf, with its latest version. */
export const putForm = (form: FormItem): Promise<boolean> =>
  putItem(keys.form(form.id), { ...form, ownerKey: ownerKeys.forms(form.cafId), ownerSort: form.id })

/** The forms of a Caf. */
export const listForms = async (cafId: string): Promise<FormItem[]> => {
  const rows = await queryIndex('byOwner', ownerKeys.forms(cafId))
  return findItems(
    rows.map(({ id }) => keys.form(String(id))),
    FormItem,
  )
}

/** Publishes a version; false when that number was taken, and then nothing changed. */
export const putFormVersion = (form: FormVersion): Promise<boolean> =>
  putItem(keys.formVersion(form.formId, form.version), form, { condition: 'attribute_not_exists(pk)' })
