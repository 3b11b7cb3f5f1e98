// GET /campaigns/{id}/results?publish=&…: how many answered what, of all dossiers or of those the filters let through.
import type { CampaignResults } from '../../forms/results-wire.ts'
import { http, noBody, packed } from '../middleware/http.ts'
import { readResults } from '../results/reading.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/results',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, event, headers, receivedAt: now }) => {
    const results = await readResults(campaign, event.queryStringParameters ?? {}, now)
    return packed(results satisfies CampaignResults, headers)
  },
})
