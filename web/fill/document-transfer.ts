// The requests of one document: announced to the API, sent straight to the storage, then checked by the API.
import type { DocumentView } from '../../forms/documents-wire.ts'
import { NetworkFailure, request } from '../shared/api.ts'
import { isDocumentView, isRecord, isSigned, pathOf, type Signed } from '../shared/documents.ts'

/** A document elsewhere in the organisation's folder. */
export type Origin = { readonly response: string; readonly document: string }

export type Transfer = ReturnType<typeof transferTo>

/** What can be asked for the documents of a response. All throw what `request` throws. */
export const transferTo = (response: string, version = '') => ({
  announce: async (question: string, name: string, size: number) =>
    (await post(pathOf(response) + version, { question, name, size }, readAnnounced)).body,
  reuse: async (question: string, from: Origin) =>
    (await post(pathOf(response) + version, { question, from }, readDocument)).body,
  send,
  check: async (document: string) =>
    (await post(`${pathOf(response)}/${encodeURIComponent(document)}/check`, undefined, readDocument)).body,
  remove: async (document: string): Promise<void> => {
    await request(`${pathOf(response)}/${encodeURIComponent(document)}`, {
      method: 'DELETE',
      read: () => undefined,
    })
  },
})

/** Puts the bytes where they were told to go; `fetch` does not tell how far it is. */
const send = (
  to: Signed,
  file: Blob,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    const fail = () => reject(new NetworkFailure('L’envoi a été coupé.'))
    signal.addEventListener('abort', () => sending.abort())
    sending.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded / file.size))
    sending.addEventListener('load', () => (sending.status < 300 ? resolve() : fail()))
    for (const event of ['error', 'abort', 'timeout']) sending.addEventListener(event, fail)
    sending.open('PUT', to.url)
    for (const [name, value] of Object.entries(to.headers)) {
      // The browser says these itself, and complains of whoever does.
      if (!/^(?:content-length|host)$/i.test(name)) sending.setRequestHeader(name, value)
    }
    sending.send(file)
  })

const post = <T>(path: string, body: unknown, read: (body: unknown) => T) =>
  request(path, { method: 'POST', body, read })

const readDocument = (body: unknown): DocumentView => {
  if (isRecord(body) && isDocumentView(body.document)) return body.document
  throw new Error('a document was expected')
}

const readAnnounced = (body: unknown): { document: DocumentView; upload: Signed } => {
  if (isRecord(body) && isSigned(body.upload)) return { document: readDocument(body), upload: body.upload }
  throw new Error('a document and its signed address were expected')
}
