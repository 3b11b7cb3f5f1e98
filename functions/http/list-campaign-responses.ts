// GET /campaigns/{id}/responses: who is where in a campaign, for its Caf.

import type { CampaignRows } from '../../forms/campaign-rows-wire.ts'
import { countsOf } from '../../forms/cockpit.ts'
import { campaignRows } from '../campaigns/rows.ts'
import { http, noBody, packed } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/responses',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, receivedAt, headers }) => {
    const items = (await campaignRows(campaign)).map(({ shown }) => shown)
    return packed({ items, counts: countsOf(items), now: receivedAt } satisfies CampaignRows, headers)
  },
})
