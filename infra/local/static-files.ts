import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { stampOf, staticFilesOf } from '../publication/publish.ts'

/** Near what CloudFront does; the strongest takes seconds of a first start for one byte in thirty. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9 }

/**
 * Writes the static files of every version of a form where the local site serves them from and, beside each text, the
 * same compressed: what a browser asks for, as CloudFront would compress it. They are as they were unless a version was
 * published or the site was built otherwise, which a stamp beside them tells: a restart writes nothing.
 */
export const writeStaticFiles = async (formId: string, siteDir: string): Promise<void> => {
  const stampFile = join(siteDir, 'forms', formId, 'made-from')
  const stamp = await stampOf(formId)
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return
  const files = Object.entries(await staticFilesOf(formId))
  await Promise.all(files.map(([address, file]) => write(join(siteDir, address), file)))
  await writeFile(stampFile, stamp)
}

const write = async (path: string, file: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, file)
  // A PDF is compressed already.
  if (typeof file !== 'string') return
  const [small, older] = await Promise.all([
    promisify(brotliCompress)(file, { params: BROTLI }),
    promisify(gzip)(file),
  ])
  await writeFile(`${path}.br`, small)
  await writeFile(`${path}.gz`, older)
}
