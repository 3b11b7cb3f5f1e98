// POST /campaigns/{id}/responses: a person starts a response in a campaign open to all, for an organisation of theirs
// or for one that is not here yet; from a copy of an earlier one where the form allows.
import { randomUUID } from 'node:crypto'
import { calledResponse } from '../../forms/called-response.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { StartResponse } from '../../forms/filling-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { summaryOf } from '../../forms/views.ts'
import { followIfMoved } from '../campaigns/follow.ts'
import { noteEach } from '../middleware/access-log.ts'
import { http, nothing, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { carryInto } from '../starting/carry.ts'
import { copyInto, getCopied } from '../starting/copy.ts'
import { clearGivenUp } from '../starting/giving-up.ts'
import { assertFewDeposits, starterOf, subjectOf } from '../starting/subject.ts'
import { findCampaign } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import { callResponse, getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/responses',
  load: nothing,
  body: StartResponse,
  act: async ({ params, body, headers, actor, receivedAt: at }) => {
    const campaign = await findCampaign(params.id ?? '')
    if (campaign?.audience !== 'open' || campaign.status === 'draft') throw new Problem('not-found')
    const starter = starterOf(actor, body)
    if (phaseOf(campaign, at) !== 'open') throw new Problem('campaign-not-open')
    const form = await getFormVersion(campaign.formId, campaign.formVersion)
    const copied = body.copyOf === undefined ? undefined : await getCopied(actor, body.copyOf, form)
    const key = optionalKeyOf(headers, starter.owner) ?? randomUUID()
    const subject = subjectOf(starter, { body, key, form, campaign })
    await assertFewDeposits(starter, campaign, subject)
    const response = calledResponse(campaign, subject, form, { at, by: actor.name })
    await clearGivenUp(response.id)
    if (!copied) await carryInto(response, form, at)
    const isNew = await callResponse(response)
    if (isNew && copied) await copyInto(response, form, copied, { by: actor.name, at })
    if (isNew) await noteEach('response-started', { actor, receivedAt: at }, [response])
    await followIfMoved(campaign, [response], at)
    return ok(summaryOf(await getResponse(response.id)), { status: 201 })
  },
})
