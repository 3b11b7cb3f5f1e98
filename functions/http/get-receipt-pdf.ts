// GET /responses/{id}/receipt.pdf: the receipt of the submission that counts, or of that of ?envoi=, for people.

import { submissionAsked } from '../correcting/submission-asked.ts'
import { receiptPdf } from '../documents/receipt-pdf.ts'
import { bytes, http, noBody } from '../middleware/http.ts'
import { requireEnv } from '../require-env.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/receipt.pdf',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, event }) => {
    const submission = await submissionAsked(response, event.queryStringParameters?.envoi)
    const pdf = await receiptPdf({ response, submission, origin: requireEnv('SITE_ORIGIN') })
    return bytes(pdf, 'application/pdf', {
      headers: {
        'content-disposition': `attachment; filename="recu-${submission.receipt.reference}.pdf"`,
      },
    })
  },
})
