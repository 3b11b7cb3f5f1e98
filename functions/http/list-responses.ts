// GET /responses: what the signed-in partner owes, over all their organisations, and what they started for none.

import type { ResponseList } from '../../forms/response-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listedFor } from '../starting/listing.ts'
import { listOrganisationResponses, listStartedResponses } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt }) => {
    const lists = await Promise.all([
      ...actor.memberships.map(({ organisationId }) => listOrganisationResponses(organisationId)),
      listStartedResponses(actor.email),
    ])
    const items = await listedFor(actor, lists.flat(), receivedAt)
    return ok({
      items: items.toSorted((a, b) => a.closesAt.localeCompare(b.closesAt)),
      now: receivedAt,
    } satisfies ResponseList)
  },
})
