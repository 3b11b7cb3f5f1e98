// GET /campaigns/{id}/results/texts?question=&from=: what people wrote to one question, page by page.
import type { TextsPage } from '../../forms/results-wire.ts'
import { http, noBody, packed } from '../middleware/http.ts'
import { readTexts } from '../results/reading.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/results/texts',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, event, headers }) => {
    const page = await readTexts(campaign, event.queryStringParameters ?? {})
    return packed(page satisfies TextsPage, headers)
  },
})
