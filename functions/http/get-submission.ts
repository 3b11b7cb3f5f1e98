// GET /responses/{id}/submissions/{number}: one that counted, with what it changed of the one before.
import { Problem } from '../../forms/problems.ts'
import { submissionDetail } from '../../forms/submission-views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmissionNumbered } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}/submissions/{number}',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, params }) => {
    const number = /^\d{1,3}$/.test(params.number ?? '') ? Number(params.number) : 0
    const [submission, previous] = await Promise.all(
      [number, number - 1].map((each) => findSubmissionNumbered(response, each)),
    )
    if (!submission) throw new Problem('not-found', 'Ce dossier n’a pas d’envoi de ce numéro.')
    return ok(submissionDetail(submission, previous))
  },
})
