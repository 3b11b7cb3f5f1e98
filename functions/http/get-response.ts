// GET /responses/{id}: a dossier whole, under the ETag that a submission sends back.
import { underCampaign } from '../../forms/inherited.ts'
import { responseKeptUntil } from '../../forms/retention.ts'
import { namesOthers, viewOf } from '../../forms/views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { findCampaign } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import { teamOf } from '../store/people.ts'
import { etagOf, getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

export const handler = http({
  route: 'GET /responses/{id}',
  read: ({ params }) => getDossier(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, actor, receivedAt }) => {
    const [form, submission, campaign] = await Promise.all([
      getFormVersion(loaded.formId, loaded.formVersion),
      findSubmission(loaded),
      findCampaign(loaded.campaignId),
    ])
    const dossier = underCampaign(loaded, campaign)
    const team = namesOthers({ dossier, form, actor }) ? await teamOf(dossier) : []
    return ok(
      viewOf({
        dossier,
        form,
        submission,
        actor,
        team,
        keptUntil: campaign && responseKeptUntil(dossier, campaign),
        now: receivedAt,
      }),
      {
        headers: { etag: etagOf(dossier) },
      },
    )
  },
})
