// What travels about imports; otherwise as wire.ts.
import * as z from 'zod'
import { ImportKind } from './imports.ts'
import { Id, Instant } from './nouns/scalars.ts'

/** `text` is what the line holds. */
const LineFault = z.object({ line: z.int(), detail: z.string(), text: z.string().optional() })

/** How many lines bring something new, change what is there, or change nothing. */
export const ImportCounts = z.object({ new: z.int(), changed: z.int(), same: z.int() })
export type ImportCounts = z.infer<typeof ImportCounts>

/** POST /imports: a file as text; `cafId` is needed by agents of several Cafs only. */
export const PrepareImport = z.strictObject({
  cafId: Id.optional(),
  kind: ImportKind,
  fileName: z.string().trim().max(200).default(''),
  text: z.string().min(1, 'Ce fichier est vide.'),
})
export type PrepareImport = z.infer<typeof PrepareImport>

/**
 * What a file would bring, line by line; nothing has changed. `id` is there when no line is faulty: it is what is
 * confirmed. `items` are the first lines that bring something.
 */
export const ImportPreview = z.object({
  id: Id.optional(),
  kind: ImportKind,
  fileName: z.string(),
  total: z.int(),
  counts: ImportCounts,
  items: z.array(z.object({ line: z.int(), is: z.enum(['new', 'changed']), label: z.string() })),
  /** The first of them; `faulty` counts them all. */
  faults: z.array(LineFault),
  faulty: z.int(),
  /** What there is to know of lines that change nothing: a number that is already another name's. */
  notes: z.array(LineFault),
  now: Instant,
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** GET /imports/{id}: how far it came, and what could not be done any more when its turn came. */
export const ImportView = z.object({
  id: Id,
  kind: ImportKind,
  fileName: z.string(),
  preparedAt: Instant,
  by: z.string(),
  status: z.enum(['prepared', 'running', 'done']),
  total: z.int(),
  handled: z.int(),
  counts: ImportCounts,
  refused: z.array(LineFault),
  now: Instant,
})
export type ImportView = z.infer<typeof ImportView>

/** GET /imports: those of the agent's Cafs, the latest first. */
export const ImportList = z.object({
  items: z.array(ImportView.omit({ handled: true, counts: true, refused: true, now: true })),
  now: Instant,
})
export type ImportList = z.infer<typeof ImportList>
