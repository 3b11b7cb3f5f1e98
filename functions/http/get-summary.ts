// GET /campaigns/{id}/summary: where a campaign stands, who asks for attention, and how it came there day by day.
import { progressOf, summaryCounts } from '../../forms/cockpit.ts'
import type { CampaignSummary } from '../../forms/cockpit-wire.ts'
import { campaignRows } from '../campaigns/rows.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/summary',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, receivedAt: now }) => {
    const followed = await campaignRows(campaign)
    const rows = followed.map(({ row }) => row)
    const shown = followed.map((one) => one.shown)
    return ok({
      ...summaryCounts(shown, now),
      ...progressOf(rows, campaign, now),
      now,
    } satisfies CampaignSummary)
  },
})
