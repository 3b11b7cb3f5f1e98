// GET /forms/{id}: a questionnaire as its Caf edits it, with its draft.
import { draftEtag, formView } from '../editing/view.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getEditing } from '../store/drafts.ts'

export const handler = http({
  route: 'GET /forms/{id}',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, receivedAt }) =>
    ok(await formView(loaded, receivedAt), { headers: { etag: draftEtag(loaded) } }),
})
