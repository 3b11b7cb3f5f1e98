import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type KeptVersion, listKeptVersions } from '../../functions/store/form-versions.ts'
import { everyForm, filesOf } from '../publication/every-form.ts'
import { prerendererPath } from '../publication/publish.ts'
import { putInSite } from './site-files.ts'

/** Writes the static files of the forms of every Caf. */
export const writeEveryForm = async (siteDir: string): Promise<void> => {
  for (const formId of await everyForm()) await writeStaticFiles(formId, siteDir)
}

/**
 * Writes the static files of every version of a form. They are as they were unless something was published or the site
 * was built otherwise, which a stamp beside them tells: a restart renders nothing.
 */
export const writeStaticFiles = async (formId: string, siteDir: string): Promise<void> => {
  const versions = await listKeptVersions(formId)
  const stampFile = join(siteDir, 'forms', formId, 'made-from')
  const stamp = await stampOf(versions)
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return
  const all = await Promise.all(versions.map(filesOf))
  const files = all.flatMap((one) => Object.entries(one))
  await Promise.all(files.map(([address, file]) => putInSite(siteDir, address, Buffer.from(file))))
  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, stamp)
}

/** What the files follow from: the same stamp, the same files. */
const stampOf = async (versions: readonly KeptVersion[]): Promise<string> => {
  const stamp = createHash('sha256')
  for (const { version, sha256 } of versions) stamp.update(`${version} ${sha256} `)
  if (existsSync(prerendererPath())) stamp.update(await readFile(prerendererPath()))
  return stamp.digest('hex')
}
