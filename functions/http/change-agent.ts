// PUT /agents/{person}?caf=: gives an agent these roles in the place of those they have.
import { agencyFor } from '../../forms/access.ts'
import { ChangeAgent } from '../../forms/people-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { emailOfPerson, viewOfPerson } from '../people/directory.ts'
import { cafHouse, changeRoles } from '../store/members.ts'

export const handler = http({
  route: 'PUT /agents/{person}',
  load: async ({ actor, event }) => agencyFor(actor, 'agent:manage', event.queryStringParameters?.caf),
  body: ChangeAgent,
  act: async ({ loaded, params, body, actor, receivedAt: now }) => {
    const house = cafHouse(loaded.cafId)
    const changed = await changeRoles(house, await emailOfPerson(house, params.person ?? ''), body.roles)
    return ok(await viewOfPerson(changed, { now, self: actor.email }))
  },
})
