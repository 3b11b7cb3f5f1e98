// GET /responses/{id}/answers.pdf: what was transmitted for a dossier, for people.
import { versionOf } from '../../forms/moving/versions.ts'
import { Problem } from '../../forms/problems.ts'
import { answersPdf } from '../documents/answers-pdf.ts'
import { bytes, http, noBody } from '../middleware/http.ts'
import { getFormVersion } from '../store/forms.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}/answers.pdf',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const submission = await findSubmission(response)
    if (!submission) throw new Problem('not-found', 'Rien n’a encore été transmis pour ce dossier.')
    const form = await getFormVersion(response.formId, versionOf(submission, response))
    return bytes(await answersPdf({ response, submission, form }), 'application/pdf', {
      headers: {
        'content-disposition': `attachment; filename="reponses-${submission.receipt.reference}.pdf"`,
      },
    })
  },
})
