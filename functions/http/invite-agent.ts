// POST /agents?caf=: invites an address to a Caf, with its roles; what waits already is renewed.
import { agencyFor } from '../../forms/access.ts'
import { InviteAgent } from '../../forms/people-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { viewOfPerson } from '../people/directory.ts'
import { cafHouse, invite } from '../store/members.ts'

export const handler = http({
  route: 'POST /agents',
  load: async ({ actor, event }) => agencyFor(actor, 'agent:manage', event.queryStringParameters?.caf),
  body: InviteAgent,
  act: async ({ loaded: { cafId, cafName }, body, actor, receivedAt: now }) => {
    const invited = await invite(cafHouse(cafId), { ...body, cafId, cafName }, { at: now, by: actor.name })
    return ok(await viewOfPerson(invited, { now, self: actor.email }), { status: 201 })
  },
})
