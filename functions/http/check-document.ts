// POST /responses/{id}/documents/{document}/check: checks what was uploaded by its content, and keeps it.
import { assertMay } from '../../forms/access.ts'
import type { DocumentChecked } from '../../forms/documents-wire.ts'
import { documentView } from '../../forms/given-documents.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getDocument } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'
import { checkDocument } from '../uploads/checking.ts'

export const handler = http({
  route: 'POST /responses/{id}/documents/{document}/check',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, params, actor, receivedAt: at }) => {
    const document = await getDocument(response.id, params.document ?? '', at)
    assertMay(actor, 'response:save', { ...response, section: document.section })
    const checked = await checkDocument(response.id, document, at)
    return ok({ document: documentView(checked) } satisfies DocumentChecked)
  },
})
