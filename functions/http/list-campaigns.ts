// GET /campaigns: the campaigns of the signed-in agent's Cafs.
import type { CampaignList } from '../../forms/wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listCampaigns } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt }) => {
    const lists = await Promise.all(actor.agencies.map(({ cafId }) => listCampaigns(cafId)))
    return ok({ items: lists.flat(), now: receivedAt } satisfies CampaignList)
  },
})
