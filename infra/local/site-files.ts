// Files that the local site serves, each beside its compressed forms: what CloudFront would compress. Each is whole or as
// it was before; what is the same already is not written again, so that its ETag and its date stay.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Near what CloudFront does; the strongest takes seconds of a first start for one byte in thirty. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9 }

/** Puts a file at an address of the site (`/forms/bilan/1.json`) in its folder. */
export const putInSite = async (siteDir: string, address: string, file: Uint8Array): Promise<void> => {
  const path = join(siteDir, address)
  if ((await readFile(path).catch(() => undefined))?.equals(file)) return
  await mkdir(dirname(path), { recursive: true })
  // A PDF is compressed already.
  if (!address.endsWith('.pdf')) {
    const [small, older] = await Promise.all([
      promisify(brotliCompress)(file, { params: BROTLI }),
      promisify(gzip)(file),
    ])
    await write(`${path}.br`, small)
    await write(`${path}.gz`, older)
  }
  // Last, since it is by this one that all three are known to be there.
  await write(path, file)
}

let written = 0

const write = async (path: string, file: Uint8Array): Promise<void> => {
  const aside = `${path}.${process.pid}-${++written}.tmp`
  await writeFile(aside, file)
  await rename(aside, path)
}
