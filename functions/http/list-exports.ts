// GET /campaigns/{id}/exports: the exports of a campaign whose files are not gone, and those being written.
import type { ExportList } from '../../forms/exports/wire.ts'
import { exportView } from '../exports/asking.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'
import { listExports } from '../store/exports.ts'

export const handler = http({
  route: 'GET /campaigns/{id}/exports',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign, receivedAt: now }) => {
    const exports = await listExports(campaign.id, now)
    return ok({ items: await Promise.all(exports.map(exportView)), now } satisfies ExportList)
  },
})
