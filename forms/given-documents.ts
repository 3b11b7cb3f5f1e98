// A document given with a response: as it is kept, and what of it is told.
import * as z from 'zod'
import { DocumentView } from './documents-wire.ts'
import { SectionInfo } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import { Id, Instant } from './nouns/scalars.ts'

/** 50 MB: the most that the documents of one response weigh together. */
export const MAX_RESPONSE_BYTES = 50 * 1024 * 1024
/** The most documents of one response, those that wait included. */
export const MAX_RESPONSE_DOCUMENTS = 60
/** One that was announced and never checked is forgotten after a day, in the table as in storage. */
const WAITING_HOURS = 24

export const Document = z.object({
  id: Id,
  question: z.string(),
  /** The section that holds the question: who fills it gives, and takes back, its documents. */
  section: SectionInfo,
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative(),
  status: z.enum(['waiting', 'kept']),
  givenAt: Instant,
  givenBy: z.string(),
  /** Where its bytes are in storage. */
  key: z.string(),
  sha256: z.string().optional(),
  /** Since when answers that were transmitted may name it: it is not removed any more. */
  sentAt: Instant.optional(),
  /** Being removed: no answer may name it any more. */
  removedAt: Instant.optional(),
  /** Epoch seconds at which the table forgets one that waits. */
  expiresAt: z.int().optional(),
})
export type Document = z.infer<typeof Document>

/** Where bytes wait until they are checked, and where those that passed are kept: the two halves of the bucket. */
export const waitingKey = (responseId: string, id: string): string => `quarantine/${responseId}/${id}`
export const keptKey = (responseId: string, id: string, sha256: string): string =>
  `kept/${responseId}/${id}-${sha256.slice(0, 16)}`

/** Until when a document announced now may wait, ISO. */
export const waitsUntil = (at: string): string =>
  new Date(Date.parse(at) + WAITING_HOURS * 3_600_000).toISOString()

/** Whether people are told of it at that instant: it did not wait in vain, and is not being removed. */
export const isThere = ({ removedAt, expiresAt }: Document, now: string): boolean =>
  removedAt === undefined && (expiresAt === undefined || expiresAt * 1000 > Date.parse(now))

/** Whether it can be read, and an answer name it. */
export const isKept = ({ status, removedAt }: Document): boolean =>
  status === 'kept' && removedAt === undefined

/** A document as its response's people are told of it. */
export const documentView = (document: Document): DocumentView =>
  DocumentView.parse({ ...document, sent: document.sentAt !== undefined })

/** Whether two responses are of one organisation, or of one person who has none yet: they share one folder. */
export const sameFolder = (a: FolderOf, b: FolderOf): boolean =>
  a.organisationId === undefined
    ? b.organisationId === undefined && a.startedBy !== undefined && a.startedBy === b.startedBy
    : a.organisationId === b.organisationId

type FolderOf = Pick<Response, 'organisationId' | 'startedBy'>
