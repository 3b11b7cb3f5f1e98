// PUT /responses/{id}/sections/{name}/confirmation: a person who fills a section stands by it as they have seen it.
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import type { SectionConfirmed } from '../../forms/people-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { formAsked } from '../moving/asked.ts'
import { assertComplete } from '../moving/complete.ts'
import { confirmUnder } from '../moving/save.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'PUT /responses/{id}/sections/{name}/confirmation',
  read: async ({ params, event }) => {
    const response = await getResponse(params.id ?? '')
    const form = await formAsked(response, event)
    const section = form.info.sections.find(({ name }) => name === params.name)
    return { ...response, form, section }
  },
  body: noBody,
  act: async ({ loaded: { form, section, ...loaded }, headers, actor, receivedAt: at }) => {
    if (!section) throw new Problem('not-found', 'Cette partie n’existe pas dans le questionnaire.')
    const seen = seenRevision(headers)
    const response = await followCampaign(loaded, at)
    assertTakesAnswers(response, at)
    await assertComplete(response, form, { section, seen })
    const confirmation = await confirmUnder(response, {
      form,
      name: section.name,
      seen,
      by: actor.name,
      at,
    })
    return ok(confirmation satisfies SectionConfirmed)
  },
})
