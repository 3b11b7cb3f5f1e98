// POST /responses/{id}/correction: a Caf asks the partner for a correction, with a deadline of its own.
import { assertSubmitted, correctionDeadline } from '../../forms/extension.ts'
import { Problem } from '../../forms/problems.ts'
import { AskCorrection, type DeadlineSet } from '../../forms/wire.ts'
import { armSweep } from '../campaigns/plan.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { followCampaign } from '../store/deadlines.ts'
import { askCorrection, etagOf, getDossier } from '../store/responses.ts'

export const handler = http({
  route: 'POST /responses/{id}/correction',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: AskCorrection,
  act: async ({ loaded, body: { message, lastDay }, headers, actor, receivedAt: at }) => {
    const dossier = await followCampaign(loaded, at)
    assertSubmitted(dossier)
    assertSeen(headers, etagOf(dossier))
    const closesAt = correctionDeadline(dossier, { lastDay, at })
    await armSweep(dossier.campaignId, closesAt, at)
    const asked = await askCorrection(dossier, { message, closesAt, at, by: actor.name })
    if (!asked) throw new Problem('concurrent-change')
    return ok({ status: 'to-correct', closesAt, deadlineFrom: 'own' } satisfies DeadlineSet)
  },
})
