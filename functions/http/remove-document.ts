// DELETE /responses/{id}/documents/{document}: takes a document back; what transmitted answers name stays.
import { assertMay } from '../../forms/access.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { followCampaign } from '../store/deadlines.ts'
import { findDocument, noSuchDocument } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'
import { removeDocument } from '../uploads/removal.ts'

export const handler = http({
  route: 'DELETE /responses/{id}/documents/{document}',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, params, actor, receivedAt: at }) => {
    const document = await findDocument(loaded.id, params.document ?? '')
    if (!document) throw noSuchDocument()
    assertMay(actor, 'response:save', { ...loaded, section: document.section })
    assertTakesAnswers(await followCampaign(loaded, at), at)
    await removeDocument(loaded.id, document.id, at)
    return noContent()
  },
})
