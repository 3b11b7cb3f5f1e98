// GET /campaigns/{id}/responses: who is where in a campaign, for its Caf.
import { campaignRowOf, countsOf } from '../../forms/views.ts'
import type { CampaignRows } from '../../forms/wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign, listCampaignResponses } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/responses',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, receivedAt }) => {
    const items = (await listCampaignResponses(campaign.id)).map(campaignRowOf)
    return ok({ items, counts: countsOf(items), now: receivedAt } satisfies CampaignRows)
  },
})
