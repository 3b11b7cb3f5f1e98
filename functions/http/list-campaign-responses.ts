// GET /campaigns/{id}/responses: who is where in a campaign, for its Caf.
import { underCampaign } from '../../forms/inherited.ts'
import { campaignRowOf, countsOf } from '../../forms/views.ts'
import type { CampaignRows } from '../../forms/wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign, listCampaignResponses } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/responses',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, receivedAt }) => {
    const rows = await listCampaignResponses(campaign.id)
    const items = rows.map((row) => campaignRowOf(underCampaign(row, campaign)))
    return ok({ items, counts: countsOf(items), now: receivedAt } satisfies CampaignRows)
  },
})
