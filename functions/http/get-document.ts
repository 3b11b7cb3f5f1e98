// GET /responses/{id}/documents/{document}: an address where this person reads it, for five minutes.
import { randomBytes } from 'node:crypto'
import { attachmentAs } from '../../forms/document-names.ts'
import type { DocumentAddress } from '../../forms/documents-wire.ts'
import { isKept } from '../../forms/given-documents.ts'
import { readAddress } from '../external/files.ts'
import { SIGNED_SECONDS } from '../external/storage.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getDocument, noSuchDocument } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/documents/{document}',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, params, receivedAt }) => {
    const document = await getDocument(loaded.id, params.document ?? '', receivedAt)
    if (!isKept(document)) throw noSuchDocument()
    const address = await readAddress(document.key, {
      type: document.type,
      disposition: attachmentAs(document.name),
      secret: randomBytes(16).toString('base64url'),
    })
    const expiresAt = new Date(Date.parse(receivedAt) + SIGNED_SECONDS * 1000).toISOString()
    return ok({ ...address, expiresAt } satisfies DocumentAddress)
  },
})
