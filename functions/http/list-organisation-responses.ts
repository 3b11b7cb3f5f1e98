// GET /organisations/{id}/responses: what an organisation owes and has given; to an agent, what it owes their Caf.
import { organisationThing } from '../../forms/access.ts'
import type { ResponseList } from '../../forms/response-wire.ts'
import { summaryOf } from '../../forms/views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { followCampaigns } from '../store/deadlines.ts'
import { getOrganisation } from '../store/organisations.ts'
import { listOrganisationResponses } from '../store/responses.ts'

export const handler = http({
  route: 'GET /organisations/{id}/responses',
  load: async ({ params, actor }) => {
    const organisation = await getOrganisation(params.id ?? '')
    return { ...organisationThing(actor, organisation), organisation }
  },
  body: noBody,
  act: async ({ loaded, actor, receivedAt: now }) => {
    const { id } = loaded.organisation
    const isMember = actor.memberships.some(({ organisationId }) => organisationId === id)
    const rows = (await listOrganisationResponses(id)).filter((row) => isMember || row.cafId === loaded.cafId)
    const items = (await followCampaigns(rows)).map(summaryOf)
    return ok({
      items: items.toSorted((a, b) => b.closesAt.localeCompare(a.closesAt)),
      now,
    } satisfies ResponseList)
  },
})
