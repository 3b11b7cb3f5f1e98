// POST /campaigns: creates a campaign; published, it is called when it opens, at once if its first day has come.
import { agencyFor } from '../../forms/access.ts'
import { createdCampaign } from '../../forms/campaign-changes.ts'
import { NewCampaign } from '../../forms/campaign-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { assertAudience } from '../campaigns/audience.ts'
import { askedVersion, campaignEtag, campaignView, followPlan } from '../campaigns/keeping.ts'
import { newCampaignId } from '../campaigns/new-id.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { putCampaign } from '../store/campaigns.ts'
import { findCaf } from '../store/projects.ts'

export const handler = http({
  route: 'POST /campaigns',
  load: async ({ actor }) => agencyFor(actor, 'campaign:edit'),
  body: NewCampaign,
  act: async ({ loaded, body, headers, actor, receivedAt: now }) => {
    const { cafId } = agencyFor(actor, 'campaign:edit', body.cafId ?? loaded.cafId)
    const caf = await findCaf(cafId)
    if (!caf) throw new Problem('not-found', 'Cette Caf n’est pas inscrite sur la plateforme.')
    const formVersion = await askedVersion(cafId, body.formId, body.version)
    const id = newCampaignId(body, optionalKeyOf(headers, cafId))
    const campaign = createdCampaign(body, { id, caf, formVersion, now, by: actor.name })
    if (campaign.status === 'published') await assertAudience(campaign)
    await putCampaign(campaign)
    await followPlan(id, now)
    const view = await campaignView(id, actor, now)
    return ok(view, { status: 201, headers: { etag: campaignEtag(view), location: `/api/campaigns/${id}` } })
  },
})
