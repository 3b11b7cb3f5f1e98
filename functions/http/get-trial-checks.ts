// GET /trials/{id}/checks: what a page checks the answers of a trial by; of a made-up project there is nothing else to read.
import { checksFor } from '../../forms/checks.ts'
import { trialFacts, trialForm } from '../../forms/trials.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getTrial } from '../store/trials.ts'

export const handler = http({
  route: 'GET /trials/{id}/checks',
  read: ({ params, receivedAt }) => getTrial(params.id ?? '', receivedAt),
  body: noBody,
  act: ({ loaded: trial }) => ok(checksFor(trialForm(trial), trialFacts(trial))),
})
