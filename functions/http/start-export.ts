// POST /campaigns/{id}/exports: has the dossiers of a campaign written to a file, all or those of a filter.
import { StartExport } from '../../forms/exports/wire.ts'
import { askExport } from '../exports/asking.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/exports',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: StartExport,
  act: async ({ loaded: campaign, body, headers, actor, receivedAt: at }) => {
    const key = optionalKeyOf(headers, `${campaign.id} ${actor.sub}`)
    return ok(await askExport(body, { campaign, actor, at, key }), { status: 202 })
  },
})
