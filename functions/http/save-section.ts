// PUT /responses/{id}/sections/{name}: saves the draft of one section, if nobody saved it since.

import { SaveSection, type SectionSaved } from '../../forms/filling-wire.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { Problem, within } from '../../forms/problems.ts'
import { quartersOf } from '../../forms/progress.ts'
import { checkSection } from '../../forms/shape.ts'
import { http, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { formAsked } from '../moving/asked.ts'
import { saveUnder } from '../moving/save.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getResponse } from '../store/responses.ts'
import { markProgress } from '../store/sections.ts'
import { assertDocumentsKept } from '../uploads/named.ts'

export const handler = http({
  route: 'PUT /responses/{id}/sections/{name}',
  read: async ({ params, event }) => {
    const response = await getResponse(params.id ?? '')
    const form = await formAsked(response, event)
    const section = form.info.sections.find(({ name }) => name === params.name)
    return { ...response, form, ...(section ? { section } : {}) }
  },
  often: true,
  body: SaveSection,
  act: async ({ loaded: { form, section, ...loaded }, body, headers, actor, receivedAt }) => {
    if (!section) throw new Problem('not-found', 'Cette partie n’existe pas dans le questionnaire.')
    const seen = seenRevision(headers)
    const response = await followCampaign(loaded, receivedAt)
    assertTakesAnswers(response, receivedAt)
    const answers = within('/answers', () =>
      checkSection(form, section.name, body.answers, prefilledOf(form.info, response)),
    )
    await assertDocumentsKept(form, response.id, answers)
    const saved = await saveUnder(response, {
      form,
      name: section.name,
      answers,
      seen,
      by: actor.name,
      at: receivedAt,
    })
    if (form.version === response.formVersion)
      await markProgress(response, section.name, quartersOf(form, section.name, answers), receivedAt)
    const { revision, savedAt } = saved
    const { closesAt, status, submissionNumber } = response
    return ok({ revision, savedAt, closesAt, status, submissionNumber } satisfies SectionSaved, {
      headers: { etag: `"${revision}"` },
    })
  },
})
