// GET /responses/{id}: a dossier whole, under the ETag that a submission sends back.
import { underCampaign } from '../../forms/inherited.ts'
import { responseKeptUntil } from '../../forms/retention.ts'
import { namesOthers, viewOf } from '../../forms/views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { versionAsked } from '../moving/asked.ts'
import { viewedUnder } from '../moving/view.ts'
import { findCampaign } from '../store/campaigns.ts'
import { teamOf } from '../store/people.ts'
import { etagOf, getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}',
  read: ({ params }) => getDossier(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, event, actor, receivedAt }) => {
    const version = versionAsked(loaded, event)
    const [submission, campaign] = await Promise.all([
      findSubmission(loaded),
      findCampaign(loaded.campaignId),
    ])
    const { dossier, ...viewed } = await viewedUnder(underCampaign(loaded, campaign), submission, version)
    const { form } = viewed
    const team = namesOthers({ dossier, form, actor }) ? await teamOf(dossier) : []
    return ok(
      viewOf({
        dossier,
        ...viewed,
        submission,
        actor,
        team,
        campaign,
        keptUntil: campaign && responseKeptUntil(dossier, campaign),
        now: receivedAt,
      }),
      {
        headers: { etag: etagOf(loaded) },
      },
    )
  },
})
