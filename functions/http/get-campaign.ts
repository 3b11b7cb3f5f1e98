// GET /campaigns/{id}: one campaign, for its Caf, with what it does by itself.
import { campaignEtag, campaignView } from '../campaigns/keeping.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, actor, receivedAt }) => {
    const view = await campaignView(campaign.id, actor, receivedAt)
    return ok(view, { headers: { etag: campaignEtag(view) } })
  },
})
