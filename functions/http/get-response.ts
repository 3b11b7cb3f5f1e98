// GET /responses/{id}: a dossier whole, under the ETag that a submission sends back.

import { viewOf } from '../../forms/views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getFormVersion } from '../store/forms.ts'
import { etagOf, getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: dossier, actor, receivedAt }) => {
    const [form, submission] = await Promise.all([
      getFormVersion(dossier.formId, dossier.formVersion),
      findSubmission(dossier),
    ])
    return ok(viewOf({ dossier, form, submission, actor, now: receivedAt }), {
      headers: { etag: etagOf(dossier) },
    })
  },
})
