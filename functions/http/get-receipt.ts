// GET /responses/{id}/receipt: the signed receipt of the submission that counts (a compact JWS).
import { Problem } from '../../forms/problems.ts'
import { http, noBody, text } from '../middleware/http.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}/receipt',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const submission = await findSubmission(response)
    if (!submission) throw new Problem('not-found', 'Rien n’a encore été transmis pour ce dossier.')
    const { jws, reference } = submission.receipt
    return text(jws, 'application/jose', {
      headers: { 'content-disposition': `attachment; filename="recu-${reference}.jws"` },
    })
  },
})
