// POST /campaigns/{id}/clone: a draft of the next year's campaign, its dates to come.
import { randomUUID } from 'node:crypto'
import { nextYearsCampaign } from '../../forms/campaign-changes.ts'
import { CloneCampaign } from '../../forms/campaign-wire.ts'
import { askedVersion, campaignEtag, campaignView } from '../campaigns/keeping.ts'
import { newCampaignId } from '../campaigns/new-id.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { getCampaign, putCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/clone',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: CloneCampaign,
  act: async ({ loaded: source, body, headers, actor, receivedAt: now }) => {
    const formVersion = await askedVersion(source.cafId, source.formId)
    const year = { id: randomUUID(), formVersion, proposed: false, now, by: actor.name }
    const draft = nextYearsCampaign(source, body, year)
    const id = newCampaignId(draft, optionalKeyOf(headers, source.id))
    await putCampaign({ ...draft, id })
    const view = await campaignView(id, actor, now)
    return ok(view, { status: 201, headers: { etag: campaignEtag(view), location: `/api/campaigns/${id}` } })
  },
})
