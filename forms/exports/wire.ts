// What travels about exports: asking for one, how far it came, and the link to its file.
import * as z from 'zod'
import { Instant } from '../nouns/scalars.ts'
import { RowFilter } from '../row-filter.ts'

/** `pdf`: an archive (ZIP) of a PDF a dossier, with its documents. */
export const ExportFormat = z.enum(['csv', 'xlsx', 'json', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** `<campaign>.<export>` */
export const ExportId = z.string().regex(/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/)

/** POST /campaigns/{id}/exports: all the dossiers, or those that the list would show, as it stands when asked. */
export const StartExport = z.strictObject({ format: ExportFormat, filter: RowFilter.default({}) })
export type StartExport = z.infer<typeof StartExport>

export const ExportView = z.object({
  id: ExportId,
  format: ExportFormat,
  filter: RowFilter,
  fileName: z.string(),
  /** Who asked for it. */
  by: z.string(),
  askedAt: Instant,
  status: z.enum(['running', 'ready']),
  /** How many dossiers were looked at, of how many; `total` is not known before it begins. */
  progress: z.object({ handled: z.int(), total: z.int().optional() }),
  /** Once it is ready: how many dossiers it holds, and how many bytes. */
  dossiers: z.int().optional(),
  bytes: z.int().optional(),
  readyAt: Instant.optional(),
  /** When its file goes. */
  goneAt: Instant,
})
export type ExportView = z.infer<typeof ExportView>

/** GET /campaigns/{id}/exports, the latest first. */
export const ExportList = z.object({ items: z.array(ExportView), now: Instant })
export type ExportList = z.infer<typeof ExportList>

/** GET /exports/{id}: with the address of its file, good for five minutes, once it is ready. */
export const ExportLink = ExportView.extend({ url: z.string().optional() })
export type ExportLink = z.infer<typeof ExportLink>
