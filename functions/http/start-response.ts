// POST /campaigns/{id}/responses: a member starts a deposit in a campaign open to all, for one of their organisations.
import { randomUUID } from 'node:crypto'
import { calledResponse } from '../../forms/called-response.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { Problem } from '../../forms/problems.ts'
import { summaryOf } from '../../forms/views.ts'
import { StartResponse } from '../../forms/wire.ts'
import { depositIdOf } from '../campaigns/new-id.ts'
import { http, nothing, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
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
    const member = actor.memberships.find(({ organisationId }) => organisationId === body.organisationId)
    if (!member) throw new Problem('forbidden', 'Vous n’êtes pas membre de cette organisation.')
    if (phaseOf(campaign, at) !== 'open') throw new Problem('campaign-not-open')
    const { organisationId, organisationName } = member
    const name = body.projectName ?? `Dépôt de ${organisationName}`
    const key = optionalKeyOf(headers, organisationId) ?? randomUUID()
    const subject = { id: depositIdOf(organisationId, key), name, organisationId, organisationName }
    const form = await getFormVersion(campaign.formId, campaign.formVersion)
    const response = calledResponse(campaign, subject, form, { at, by: actor.name })
    await callResponse(response)
    return ok(summaryOf(await getResponse(response.id)), { status: 201 })
  },
})
