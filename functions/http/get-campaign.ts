// GET /campaigns/{id}: one campaign, for its Caf.
import type { CampaignView } from '../../forms/wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: ({ loaded: campaign, receivedAt }) => ok({ ...campaign, now: receivedAt } satisfies CampaignView),
})
