// An import as it was prepared: an item that says how it stands, and its lines in others of a bounded size. Lines hold
// addresses of people: they go after a week, what is told of the import after a year.
import * as z from 'zod'
import { ImportCounts } from '../../forms/import-wire.ts'
import { ImportKind, type ImportRow } from '../../forms/imports.ts'
import { Id, Instant } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { importsRunning, ownerKeys } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { queryIndex, queryRange } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { putItem, updateItem } from './write-items.ts'

/** The name of the job that does a confirmed import. */
export const IMPORT_JOB = 'import'

const DAY_S = 24 * 3600
const KEEP_LINES_DAYS = 7
const KEEP_DAYS = 400
/** Of one item, well under the 400 KB that DynamoDB takes. */
const MAX_CHUNK = 200_000

export const Import = z.object({
  id: Id,
  cafId: Id,
  kind: ImportKind,
  fileName: z.string(),
  preparedAt: Instant,
  by: z.string(),
  total: z.int(),
  /** What the preview said. */
  foreseen: ImportCounts,
  confirmedAt: Instant.optional(),
  confirmedBy: z.string().optional(),
  doneAt: Instant.optional(),
  /** By line, why it could not be done when its turn came. */
  refused: z.record(z.string(), z.string()).default({}),
})
export type Import = z.infer<typeof Import>

const Lines = z.object({
  rows: z.array(z.object({ line: z.int(), cells: z.record(z.string(), z.string()) })),
})

/** Keeps a prepared import: its lines first, so that whoever finds it finds them. */
export const putImport = async (prepared: Import, rows: readonly ImportRow[]): Promise<void> => {
  const from = Math.floor(Date.parse(prepared.preparedAt) / 1000)
  for (const [i, chunk] of chunksOf(rows).entries()) {
    await putItem(keys.importLines(prepared.id, i), {
      rows: chunk,
      expiresAt: from + KEEP_LINES_DAYS * DAY_S,
    })
  }
  const { cafId, preparedAt } = prepared
  await putItem(keys.import(prepared.id), {
    ...prepared,
    ownerKey: ownerKeys.imports(cafId),
    ownerSort: preparedAt,
    expiresAt: from + KEEP_DAYS * DAY_S,
  })
}

const chunksOf = (rows: readonly ImportRow[]): ImportRow[][] => {
  const chunks: ImportRow[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const own = JSON.stringify(row).length * 2
    if (size + own > MAX_CHUNK) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(row)
    size += own
  }
  return chunks
}

/** An import. Throws `not-found`. */
export const getImport = async (id: string): Promise<Import> => {
  const found = await findItem(keys.import(id), Import)
  if (!found) throw new Problem('not-found')
  return found
}

/** The lines of an import, in the order of its file; none once they have gone. */
export const listImportLines = async (id: string): Promise<ImportRow[]> =>
  (await queryRange(ranges.importLines(id))).flatMap((item) => Lines.parse(item).rows)

/** The imports of a Caf, the latest first. */
export const listImports = async (cafId: string): Promise<Import[]> => {
  const rows = await queryIndex('byOwner', ownerKeys.imports(cafId))
  const found = await findItems(
    rows.map(({ id }) => keys.import(String(id))),
    Import,
  )
  return found.toSorted((a, b) => b.preparedAt.localeCompare(a.preparedAt))
}

/** Says that an import is to be done; from then on reconciliation looks at it. False when it was confirmed before. */
export const markConfirmed = (id: string, { at, by }: { at: string; by: string }): Promise<boolean> =>
  updateItem(
    keys.import(id),
    'SET confirmedAt = :at, confirmedBy = :by, refused = :none, closingShard = :running, closesAt = :at',
    {
      condition: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)',
      values: { ':at': at, ':by': by, ':none': {}, ':running': importsRunning },
    },
  )

/** Keeps why a line could not be done. */
export const markRefused = (id: string, line: number, detail: string): Promise<boolean> =>
  updateItem(keys.import(id), 'SET refused.#line = :detail', {
    condition: 'attribute_exists(confirmedAt)',
    names: { '#line': String(line) },
    values: { ':detail': detail },
  })

/** Says that every line was looked at. */
export const markImported = (id: string, now: string): Promise<boolean> =>
  updateItem(keys.import(id), 'SET doneAt = if_not_exists(doneAt, :now) REMOVE closingShard, closesAt', {
    condition: 'attribute_exists(confirmedAt)',
    values: { ':now': now },
  })

/** Ids of the imports that were confirmed and are not done. Hints only. */
export const listRunningImports = async (): Promise<string[]> =>
  (await queryIndex('closing', importsRunning)).map((row) => String(row.id))
