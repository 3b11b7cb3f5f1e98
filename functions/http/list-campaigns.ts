// GET /campaigns: the campaigns of the signed-in agent's Cafs.
import { can } from '../../forms/access.ts'
import { listedCampaign } from '../../forms/campaign-views.ts'
import type { CampaignList } from '../../forms/campaign-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { findCaf } from '../store/projects.ts'

export const handler = http({
  route: 'GET /campaigns',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt }) => {
    const lists = await Promise.all(actor.agencies.map(({ cafId }) => listCampaigns(cafId)))
    const mayCreate = actor.agencies.filter((agency) => can(actor, 'campaign:edit', agency))
    const cafs = await Promise.all(actor.agencies.map(({ cafId }) => findCaf(cafId)))
    return ok({
      items: lists.flat().map((campaign) => listedCampaign(campaign, receivedAt)),
      cafs: cafs.flatMap((caf) => caf ?? []),
      may: { create: mayCreate.map(({ cafId }) => cafId) },
      now: receivedAt,
    } satisfies CampaignList)
  },
})
