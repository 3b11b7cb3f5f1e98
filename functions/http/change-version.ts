// POST /campaigns/{id}/version: a campaign that runs goes on with a later version of its questionnaire.
import { ChangeVersion } from '../../forms/moving-wire.ts'
import { campaignEtag, campaignView, followPlan } from '../campaigns/keeping.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeenIfTold } from '../middleware/preconditions.ts'
import { changeVersion } from '../moving/changing.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/version',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: ChangeVersion,
  act: async ({ loaded: campaign, body, headers, actor, receivedAt: at }) => {
    assertSeenIfTold(headers, campaignEtag(campaign))
    await changeVersion(campaign, body, { by: actor.name, at })
    await followPlan(campaign.id, at)
    const view = await campaignView(campaign.id, actor, at)
    return ok(view, { headers: { etag: campaignEtag(view) } })
  },
})
