// GET /responses/{id}/checks: what a page checks answers by and estimates the funding from, as it stands now.
import { checksFor, factsShown } from '../../forms/checks.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { formAsked } from '../moving/asked.ts'
import { readCoherenceFacts } from '../store/coherence-facts.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/checks',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, event }) => {
    const form = await formAsked(response, event)
    const facts = await readCoherenceFacts(response, factsShown(form.info))
    return ok(checksFor(form, facts))
  },
})
