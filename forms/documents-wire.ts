// What travels about documents: given with a response, checked, read, and offered again; otherwise as wire.ts.
import * as z from 'zod'
import { MAX_BYTES } from './document-types.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

const FileName = z
  .string()
  .min(1, 'Donnez le nom du document.')
  .max(1000, 'Le nom de ce document est trop long : renommez-le.')

const Size = z
  .int()
  .min(1, 'Ce document est vide : 0 octet. Choisissez-en un autre.')
  .max(MAX_BYTES, 'Ce document dépasse 10 Mo. Réduisez-le, par exemple en le numérisant en moins fin.')

/** Of a question, by its name. */
const Question = z.string().min(1).max(200)

/** A document of a response, as people are told of it. An answer names it: `{name, type, content: id}`. */
export const DocumentView = z.object({
  id: Id,
  question: Question,
  name: z.string(),
  /** Its media type: as its name says until it is checked, as its content says from then on. */
  type: z.string(),
  /** In bytes. */
  size: z.int().nonnegative(),
  /** Nobody can read it, and no answer name it, before it is kept. */
  status: z.enum(['waiting', 'kept']),
  /** When it was first given: one taken from the folder keeps its date. */
  givenAt: Instant,
  givenBy: z.string(),
  /** Whether answers that were transmitted name it: it stays until the response goes. */
  sent: z.boolean(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** POST /responses/{id}/documents: a document to be uploaded, or one of the organisation's folder. */
export const GiveDocument = z.union([
  z.strictObject({ question: Question, name: FileName, size: Size }),
  z.strictObject({ question: Question, from: z.strictObject({ response: ResponseId, document: Id }) }),
])
export type GiveDocument = z.infer<typeof GiveDocument>

/** Where the bytes go: exactly as many as were declared, with these headers, before that instant. */
const Upload = z.object({
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: Instant,
})

/** `upload` is there for a document that waits for its bytes; one of the folder is kept at once. */
export const DocumentGiven = z.object({ document: DocumentView, upload: Upload.optional() })
export type DocumentGiven = z.infer<typeof DocumentGiven>

/** POST /responses/{id}/documents/{document}/check */
export const DocumentChecked = z.object({ document: DocumentView })
export type DocumentChecked = z.infer<typeof DocumentChecked>

/** GET /responses/{id}/documents, in the order they were given; `room` is how many bytes are left. */
export const DocumentList = z.object({ items: z.array(DocumentView), room: z.int().nonnegative() })
export type DocumentList = z.infer<typeof DocumentList>

/** GET /responses/{id}/documents/{document}: an address that answers only with these headers, for five minutes. */
export const DocumentAddress = z.object({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: Instant,
})
export type DocumentAddress = z.infer<typeof DocumentAddress>

/** A document of an organisation's folder: `{response, document}` is what `from` names. */
export const FolderDocument = z.object({
  response: ResponseId,
  document: Id,
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative(),
  /** The question it answered, and the form it was given with, in words. */
  question: z.string(),
  form: z.string(),
  schoolYear: z.string(),
  givenAt: Instant,
  givenBy: z.string(),
})
export type FolderDocument = z.infer<typeof FolderDocument>

/** GET /organisations/{id}/documents: the latest first, the same content once. */
export const Folder = z.object({ items: z.array(FolderDocument) })
export type Folder = z.infer<typeof Folder>
