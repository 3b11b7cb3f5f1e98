// GET /trials/{id}: a trial of a questionnaire as a response is read, under the ETag that its submission sends back.
import { trialDossier, trialForm, trialView } from '../../forms/trials.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { etagOf } from '../store/responses.ts'
import { getTrial } from '../store/trials.ts'

export const handler = http({
  route: 'GET /trials/{id}',
  read: ({ params, receivedAt }) => getTrial(params.id ?? '', receivedAt),
  body: noBody,
  act: ({ loaded: trial, actor, receivedAt }) =>
    ok(trialView(trial, actor, receivedAt), {
      headers: { etag: etagOf(trialDossier(trial, trialForm(trial))) },
    }),
})
