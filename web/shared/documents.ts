// The documents of a dossier, as the API tells them: what they are, and their content as a file. Read by narrow
// checks rather than by zod: the fill page carries this file.
import type { DocumentView, Folder } from '../../forms/documents-wire.ts'
import { request } from './api.ts'
import { saveAs } from './save-as.ts'

/** A document as an answer names it. */
export type DocumentAnswer = { readonly name: string; readonly type: string; readonly content: string }

/** Where a signed address is asked, and the headers without which it opens nothing. */
export type Signed = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** The documents that an answer names; none for anything else. */
export const documentsIn = (value: unknown): DocumentAnswer[] =>
  Array.isArray(value) ? value.filter(isDocumentAnswer) : []

/** Every document of a dossier. Throws what `request` throws. */
export const listDocuments = async (response: string): Promise<DocumentView[]> =>
  (await request(pathOf(response), { read: listOf(isDocumentView) })).body

/** Every document that an organisation gave, latest first. Throws what `request` throws. */
export const listFolder = async (organisation: string, signal?: AbortSignal): Promise<Folder['items']> =>
  (
    await request(`/organisations/${encodeURIComponent(organisation)}/documents`, {
      read: listOf(isFolderDocument),
      ...(signal ? { signal } : {}),
    })
  ).body

/** Saves a document as a file. Throws what `request` throws, and DownloadFailure when the storage refuses it. */
export const downloadDocument = async (
  response: string,
  { name, content }: DocumentAnswer,
): Promise<void> => {
  const { body } = await request(`${pathOf(response)}/${encodeURIComponent(content)}`, { read: readSigned })
  const reply = await fetch(body.url, { headers: body.headers, cache: 'no-store' }).catch(() => undefined)
  if (!reply?.ok) throw new DownloadFailure(`« ${name} » n’a pas pu être téléchargé.`)
  saveAs(await reply.blob(), name)
}

/** The storage did not give the file. */
export class DownloadFailure extends Error {}

export const pathOf = (response: string): string => `/responses/${encodeURIComponent(response)}/documents`

/** Reads `{items}` whose items all pass the check. */
const listOf =
  <T>(isOne: (value: unknown) => value is T) =>
  (body: unknown): T[] => {
    const items = isRecord(body) ? body.items : undefined
    if (Array.isArray(items) && items.every(isOne)) return items
    throw new Error('a list of documents was expected')
  }

export const isDocumentView = (value: unknown): value is DocumentView =>
  isRecord(value) &&
  ['id', 'question', 'name', 'type', 'status', 'givenAt'].every((key) => typeof value[key] === 'string') &&
  typeof value.size === 'number'

const isFolderDocument = (value: unknown): value is Folder['items'][number] =>
  isRecord(value) &&
  ['response', 'document', 'name', 'type', 'question', 'form', 'schoolYear', 'givenAt'].every(
    (key) => typeof value[key] === 'string',
  ) &&
  typeof value.size === 'number'

export const isSigned = (value: unknown): value is Signed =>
  isRecord(value) && typeof value.url === 'string' && isRecord(value.headers)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readSigned = (body: unknown): Signed => {
  if (isSigned(body)) return body
  throw new Error('a signed address was expected')
}

const isDocumentAnswer = (value: unknown): value is DocumentAnswer =>
  isRecord(value) && ['name', 'type', 'content'].every((key) => typeof value[key] === 'string')
