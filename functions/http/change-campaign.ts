// PATCH /campaigns/{id}: changes a campaign, publishes it, extends it or opens it again.
import { changedCampaign } from '../../forms/campaign-changes.ts'
import { ChangeCampaign } from '../../forms/campaign-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { assertAudience } from '../campaigns/audience.ts'
import { askedVersion, campaignEtag, campaignView, followPlan } from '../campaigns/keeping.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeenIfTold } from '../middleware/preconditions.ts'
import { getCampaign, replaceCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'PATCH /campaigns/{id}',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: ChangeCampaign,
  act: async ({ loaded: campaign, body, headers, actor, receivedAt: now }) => {
    assertSeenIfTold(headers, campaignEtag(campaign))
    if (body.version) await askedVersion(campaign.cafId, campaign.formId, body.version)
    const next = changedCampaign(campaign, body, { by: actor.name, at: now })
    const callsAnew =
      body.audience !== undefined || body.status !== undefined || body.schoolYear !== undefined
    if (next.status === 'published' && !next.openedAt && callsAnew) await assertAudience(next)
    if (!(await replaceCampaign(next))) throw new Problem('concurrent-change')
    await followPlan(next.id, now)
    const view = await campaignView(campaign.id, actor, now)
    return ok(view, { headers: { etag: campaignEtag(view) } })
  },
})
