import { Problem } from '../../forms/problems.ts'
import { findKeptVersion, type KeptVersion } from '../store/form-versions.ts'
import type { FormItem } from '../store/forms.ts'

/** A version of a form, by what an address says of it; one that is not online yet does not count. Throws `not-found`. */
export const publishedVersion = async (
  { id, latestVersion = 0 }: FormItem,
  asked: string,
): Promise<KeptVersion> => {
  const number = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0
  const found = number > 0 && number <= latestVersion ? await findKeptVersion(id, number) : undefined
  if (found) return found
  throw new Problem(
    'not-found',
    latestVersion === 0
      ? 'Ce questionnaire n’a pas encore de version publiée.'
      : `Ce questionnaire n’a pas de version « ${asked} » : ses versions vont de 1 à ${latestVersion}.`,
  )
}
