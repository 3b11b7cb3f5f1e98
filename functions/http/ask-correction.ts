// POST /responses/{id}/correction: a Caf asks the partner for a correction, with a deadline of its own.

import { AskCorrection, type DeadlineSet } from '../../forms/deadline-wire.ts'
import { assertSubmitted, correctionDeadline } from '../../forms/extension.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Problem } from '../../forms/problems.ts'
import { assertQuestions, titlesOf } from '../../forms/question-titles.ts'
import { armSweep } from '../campaigns/plan.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { questionsNow } from '../moving/questions.ts'
import { askCorrection } from '../store/corrections.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getFormVersion } from '../store/forms.ts'
import { etagOf, getDossier } from '../store/responses.ts'

export const handler = http({
  route: 'POST /responses/{id}/correction',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: AskCorrection,
  act: async ({ loaded, body: { message, lastDay, questions }, headers, actor, receivedAt: at }) => {
    const dossier = await followCampaign(loaded, at)
    assertSubmitted(dossier)
    assertSeen(headers, etagOf(dossier))
    const closesAt = correctionDeadline(dossier, { lastDay, at })
    const about = await questionsAsked(dossier, questions)
    await armSweep(dossier.campaignId, closesAt, at)
    const asked = await askCorrection(dossier, { ...about, message, closesAt, at, by: actor.name })
    if (!asked) throw new Problem('concurrent-change')
    return ok({ status: 'to-correct', closesAt, deadlineFrom: 'own' } satisfies DeadlineSet)
  },
})

const questionsAsked = async (response: Response, questions: readonly string[] = []) => {
  if (questions.length === 0) return {}
  const form = await getFormVersion(response.formId, response.formVersion)
  const now = await questionsNow(response, questions)
  assertQuestions(form, now)
  return { questions: now, titles: titlesOf(form, now) }
}
