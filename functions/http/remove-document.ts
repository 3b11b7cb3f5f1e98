// DELETE /responses/{id}/documents/{document}: takes a document back; what transmitted answers name stays.
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { assertFills } from '../documents/question.ts'
import { removeDocument } from '../documents/removal.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { followCampaign } from '../store/deadlines.ts'
import { findDocument, noSuchDocument } from '../store/documents.ts'
import { getFormVersion } from '../store/forms.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'DELETE /responses/{id}/documents/{document}',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, params, actor, receivedAt: at }) => {
    const document = await findDocument(loaded.id, params.document ?? '')
    if (!document) throw noSuchDocument()
    const form = await getFormVersion(loaded.formId, loaded.formVersion)
    assertFills(actor, loaded, form, document.question)
    assertTakesAnswers(await followCampaign(loaded, at), at)
    await removeDocument(loaded.id, document.id, at)
    return noContent()
  },
})
