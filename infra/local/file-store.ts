// Files on disk, each whole or not at all: one file each, its description on the first line and its bytes after it,
// written aside then renamed. A kill in the middle leaves what was there before.
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'

const Description = z.object({ type: z.string(), size: z.int() })
type Description = z.infer<typeof Description>

type Found = Description & { readonly bytes: () => Readable }

export type FileStore = ReturnType<typeof openFileStore>

/** Opens the files of a folder. Keys are made of letters, digits, `-`, `.` and `/`. */
export const openFileStore = (folder: string) => {
  const [kept, unfinished] = [join(folder, 'files'), join(folder, 'unfinished')]
  // What a kill left half-written was never acknowledged.
  rmSync(unfinished, { recursive: true, force: true })
  for (const path of [kept, unfinished]) mkdirSync(path, { recursive: true })
  const pathOf = (key: string) => join(kept, encodeURIComponent(key))

  return {
    /** Keeps what a stream gives, unless it breaks off before `size` bytes; answers whether it was all there. */
    put: async (key: string, { type, size }: Description, bytes: Readable): Promise<boolean> => {
      const aside = join(unfinished, randomUUID())
      const first = `${JSON.stringify({ type, size })}\n`
      try {
        await pipeline(startingWith(first, bytes), createWriteStream(aside, { mode: 0o600 }))
        const written = (await stat(aside)).size - Buffer.byteLength(first)
        if (written === size) await rename(aside, pathOf(key))
        return written === size
      } catch {
        return false
      } finally {
        await rm(aside, { force: true })
      }
    },
    find: async (key: string): Promise<Found | undefined> => {
      const line = await firstLine(pathOf(key))
      if (line === undefined) return undefined
      const start = Buffer.byteLength(line) + 1
      return {
        ...Description.parse(JSON.parse(line)),
        bytes: () => createReadStream(pathOf(key), { start }),
      }
    },
    /** The keys under a prefix, in order. */
    list: (prefix: string): string[] =>
      readdirSync(kept)
        .map(decodeURIComponent)
        .filter((key) => key.startsWith(prefix))
        .toSorted(),
    remove: (key: string): Promise<void> => rm(pathOf(key), { force: true }),
    /** Removes the files under a prefix that were put before an instant, epoch milliseconds. */
    expire: async (prefix: string, before: number): Promise<void> => {
      for (const name of readdirSync(kept).filter((file) => decodeURIComponent(file).startsWith(prefix))) {
        const path = join(kept, name)
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: before }))
        if (mtimeMs < before) await rm(path, { force: true })
      }
    },
  }
}

const startingWith = (first: string, bytes: Readable): Readable =>
  Readable.from(
    (async function* () {
      yield Buffer.from(first)
      yield* bytes
    })(),
  )

const FIRST_LINE_BYTES = 1024

const firstLine = async (path: string): Promise<string | undefined> => {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_LINE_BYTES), 0, FIRST_LINE_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString().split('\n')[0]
  } finally {
    await file.close()
  }
}
