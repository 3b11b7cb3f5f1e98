import { Problem } from '../../forms/problems.ts'
import { FormVersion } from '../../forms/schemas.ts'
import { keys, ranges } from './schema.ts'
import { findItem, putItem, queryRange } from './table.ts'

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

/** Publishes a version; false when that number was taken, and then nothing changed. */
export const putFormVersion = (form: FormVersion): Promise<boolean> =>
  putItem(keys.formVersion(form.formId, form.version), form, { condition: 'attribute_not_exists(pk)' })
