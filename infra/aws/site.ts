// What `npm run build` made, as far as the stacks need to know it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import * as z from 'zod'

export const distDir = resolve(import.meta.dirname, '../../dist')
/** A file beside its compressed forms, which the build writes as `<file>.br` and `<file>.gz`. */
const COMPRESSED = /\.(?:br|gz)$/

const Headers = z.record(z.string(), z.string())

export type Site = {
  /** Security headers by lower-case name, the content security policy among them. */
  readonly headers: Readonly<Record<string, string>>
  /** Where they are others, by the beginning of the address: `/apercu/`. */
  readonly headersByPath: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The address of every file, compressed forms left out. */
  readonly files: readonly string[]
  readonly notFoundPage: string
}

/** Reads the built site. Throws one line when it has not been built. */
export const readSite = (dir: string = distDir): Site => {
  const siteDir = join(dir, 'site')
  const headersFile = join(dir, 'headers.json')
  if (!existsSync(headersFile)) throw new Error('The site is not built: run npm run build first')
  return {
    headers: Headers.parse(JSON.parse(readFileSync(headersFile, 'utf8'))),
    headersByPath: z
      .record(z.string(), Headers)
      .parse(JSON.parse(readFileSync(join(dir, 'headers-by-path.json'), 'utf8'))),
    files: filesUnder(siteDir).filter((path) => !COMPRESSED.test(path)),
    notFoundPage: readFileSync(join(siteDir, '404.html'), 'utf8'),
  }
}

/** Addresses of the files under a folder: `/caf/index.html`. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`)
    .toSorted()
