// GET /responses/{id}/receipt.pdf: the receipt of the submission that counts, for people.
import { Problem } from '../../forms/problems.ts'
import { receiptPdf } from '../documents/receipt-pdf.ts'
import { bytes, http, noBody } from '../middleware/http.ts'
import { requireEnv } from '../require-env.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}/receipt.pdf',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const submission = await findSubmission(response)
    if (!submission) throw new Problem('not-found', 'Rien n’a encore été transmis pour ce dossier.')
    const pdf = await receiptPdf({ response, submission, origin: requireEnv('SITE_ORIGIN') })
    return bytes(pdf, 'application/pdf', {
      headers: {
        'content-disposition': `attachment; filename="recu-${submission.receipt.reference}.pdf"`,
      },
    })
  },
})
