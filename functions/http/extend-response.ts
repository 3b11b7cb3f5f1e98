// PUT /responses/{id}/deadline: a Caf gives one response more time.
import { extendedDeadline } from '../../forms/extension.ts'
import { Problem } from '../../forms/problems.ts'
import { type DeadlineSet, ExtendResponse } from '../../forms/wire.ts'
import { armSweep } from '../campaigns/plan.ts'
import { http, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'
import { followCampaign, setDeadline } from '../store/deadlines.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'PUT /responses/{id}/deadline',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: ExtendResponse,
  act: async ({ loaded, body: { lastDay, reason }, actor, receivedAt: at }) => {
    const response = await followCampaign(loaded, at)
    const campaign = await getCampaign(response.campaignId)
    const closesAt = extendedDeadline(response, campaign, { lastDay, at })
    if (closesAt !== response.closesAt) {
      await armSweep(response.campaignId, closesAt, at)
      const extension = { closesAt, from: 'own', at, by: actor.name, reason } as const
      await setDeadline(response, extension)
    }
    const { status, closesAt: set, deadlineFrom } = await getResponse(response.id)
    if (set < closesAt) throw new Problem('concurrent-change')
    return ok({ status, closesAt: set, deadlineFrom } satisfies DeadlineSet)
  },
})
