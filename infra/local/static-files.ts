import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { staticFilesOf } from '../publication/publish.ts'

/**
 * Writes the static files of every version of a form where the local site serves them from and, beside each text, the
 * same compressed: what a browser asks for, as CloudFront would compress it.
 */
export const writeStaticFiles = async (formId: string, siteDir: string): Promise<void> => {
  for (const [address, file] of Object.entries(await staticFilesOf(formId))) {
    const path = join(siteDir, address)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file)
    // A PDF is compressed already.
    if (typeof file !== 'string') continue
    writeFileSync(`${path}.br`, brotliCompressSync(file))
    writeFileSync(`${path}.gz`, gzipSync(file))
  }
}
