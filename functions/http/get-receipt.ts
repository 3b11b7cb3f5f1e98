// GET /responses/{id}/receipt: the signed receipt (a compact JWS) of the submission that counts, or of that of ?envoi=.

import { submissionAsked } from '../correcting/submission-asked.ts'
import { http, noBody, text } from '../middleware/http.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/receipt',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, event }) => {
    const submission = await submissionAsked(response, event.queryStringParameters?.envoi)
    const { jws, reference } = submission.receipt
    return text(jws, 'application/jose', {
      headers: { 'content-disposition': `attachment; filename="recu-${reference}.jws"` },
    })
  },
})
