// PUT /responses/{id}/deadline: a Caf gives one response more time.
import { type DeadlineSet, ExtendResponse } from '../../forms/deadline-wire.ts'
import { extendOne } from '../campaigns/extend-one.ts'
import { http, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'PUT /responses/{id}/deadline',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: ExtendResponse,
  act: async ({ loaded, body, actor, receivedAt: at }) => {
    const campaign = await getCampaign(loaded.campaignId)
    const { response } = await extendOne(loaded, campaign, { ...body, by: actor.name, at })
    const { status, closesAt, deadlineFrom } = response
    return ok({ status, closesAt, deadlineFrom } satisfies DeadlineSet)
  },
})
