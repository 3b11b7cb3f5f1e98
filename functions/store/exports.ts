// Exports that were asked for: who wants what, and what became of it. How far one came stands in the job that writes it.
import * as z from 'zod'
import { ExportFormat, ExportId } from '../../forms/exports/wire.ts'
import { Id, Instant } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { RowFilter } from '../../forms/row-filter.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem, updateItem } from './write-items.ts'

export const Export = z.object({
  id: ExportId,
  campaignId: Id,
  format: ExportFormat,
  filter: RowFilter,
  by: z.string(),
  askedAt: Instant,
  /** Its columns are those of the versions up to this one, whatever is published while it is written. */
  lastVersion: z.int().positive(),
  fileName: z.string(),
  readyAt: Instant.optional(),
  bytes: z.int().optional(),
  dossiers: z.int().optional(),
  goneAt: Instant,
  /** The same in epoch seconds, for the table to forget it. */
  expiresAt: z.int(),
})
export type Export = z.infer<typeof Export>

/** The name of an export within its campaign: `<campaign>.<name>`. */
const nameOf = (id: string): string => id.split('.')[1] ?? ''

const keyOf = ({ campaignId, id }: Pick<Export, 'campaignId' | 'id'>) => keys.export(campaignId, nameOf(id))

/** Keeps that an export is asked for; false when one of that id was already. */
export const putExport = (asked: Export): Promise<boolean> =>
  putItem(keyOf(asked), asked, { condition: 'attribute_not_exists(pk)' })

/** An export that is not gone, if there is one. */
export const findExport = async (id: string, now: string): Promise<Export | undefined> => {
  if (!ExportId.safeParse(id).success) return undefined
  const found = await findItem(keys.export(id.split('.')[0] ?? '', nameOf(id)), Export)
  return found && found.goneAt > now ? found : undefined
}

/** The same. Throws `not-found`. */
export const getExport = async (id: string, now: string): Promise<Export> => {
  const found = await findExport(id, now)
  if (!found) throw new Problem('not-found')
  return found
}

/** The exports of a campaign that are not gone, the latest first. */
export const listExports = async (campaignId: string, now: string): Promise<Export[]> =>
  (await queryRange(ranges.exports(campaignId)))
    .map((row) => Export.parse(row))
    .filter(({ goneAt }) => goneAt > now)
    .toSorted((a, b) => b.askedAt.localeCompare(a.askedAt))

/** Says that the file of an export is whole. */
export const markReady = (
  asked: Export,
  { at, bytes, dossiers }: { at: string; bytes: number; dossiers: number },
): Promise<boolean> =>
  updateItem(keyOf(asked), 'SET readyAt = :at, bytes = :bytes, dossiers = :dossiers', {
    condition: 'attribute_exists(pk) AND attribute_not_exists(readyAt)',
    values: { ':at': at, ':bytes': bytes, ':dossiers': dossiers },
  })
