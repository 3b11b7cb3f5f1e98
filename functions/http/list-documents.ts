// GET /responses/{id}/documents: the documents given with a response, and the room that is left.
import type { DocumentList } from '../../forms/documents-wire.ts'
import { documentView, isThere } from '../../forms/given-documents.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listDocuments, roomOf } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/documents',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: { id }, receivedAt }) => {
    const [documents, room] = await Promise.all([listDocuments(id), roomOf(id, receivedAt)])
    const items = documents.filter((document) => isThere(document, receivedAt)).map(documentView)
    return ok({ items, room } satisfies DocumentList)
  },
})
