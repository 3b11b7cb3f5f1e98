// POST /forms/{id}/rehearsal: what a later version, or the draft, would do to the responses of a campaign; a page of them.
import { checkAnswers } from '../../forms/answers.ts'
import { assertMapping } from '../../forms/moving/mapping-faults.ts'
import { Rehearse } from '../../forms/moving-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { baseVersion, rehearse } from '../moving/rehearsing.ts'
import { targetOf } from '../moving/target.ts'
import { findCampaign } from '../store/campaigns.ts'
import { getEditing } from '../store/drafts.ts'
import { getFormVersion } from '../store/forms.ts'

/** A page asks for the rest. */
const PAGE_MS = 4_000

export const handler = http({
  route: 'POST /forms/{id}/rehearsal',
  load: ({ params }) => getEditing(params.id ?? ''),
  body: Rehearse,
  act: async ({ loaded: form, body: { campaignId, to: asked, mapping, from: place }, receivedAt: now }) => {
    const campaign = await findCampaign(campaignId)
    if (campaign?.cafId !== form.cafId || campaign.formId !== form.id)
      throw new Problem('not-found', 'Aucune campagne de ce nom ne pose ce questionnaire.')
    const to = await targetOf(form, asked, now)
    const from = await getFormVersion(form.id, baseVersion(campaign, to.version))
    assertMapping({ from, to }, mapping)
    const change = { campaign, to, mapping, check: checkAnswers }
    return ok(await rehearse(change, { from: place, untilMs: Date.now() + PAGE_MS }))
  },
})
