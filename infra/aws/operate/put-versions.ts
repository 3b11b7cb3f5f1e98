import type { StaticFiles } from '../../../functions/publishing/static-files.ts'
import { listKeptVersions } from '../../../functions/store/form-versions.ts'
import { filesOf } from '../../publication/every-form.ts'
import { putFile } from './put-file.ts'

/** Puts the files of every version of these forms in the definitions bucket; answers how many. */
export const putVersions = async (bucket: string, formIds: readonly string[]): Promise<number> => {
  let count = 0
  for (const formId of formIds) {
    for (const version of await listKeptVersions(formId)) {
      const files = await filesOf(version)
      await putFiles(bucket, files)
      count += Object.keys(files).length
    }
  }
  return count
}

/** Puts files in a bucket, by address. */
export const putFiles = async (bucket: string, files: StaticFiles): Promise<void> => {
  for (const [address, file] of Object.entries(files)) await putFile(bucket, address, file)
}
