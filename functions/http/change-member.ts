// PUT /organisations/{id}/members/{person}: gives a person these roles in the place of those they have.
import { organisationThing } from '../../forms/access.ts'
import { ChangeMember } from '../../forms/people-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { emailOfPerson, viewOfPerson } from '../people/directory.ts'
import { changeRoles, organisationHouse } from '../store/members.ts'
import { getOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'PUT /organisations/{id}/members/{person}',
  load: async ({ params, actor }) => organisationThing(actor, await getOrganisation(params.id ?? '')),
  body: ChangeMember,
  act: async ({ params, body, actor, receivedAt: now }) => {
    const house = organisationHouse(params.id ?? '')
    const changed = await changeRoles(house, await emailOfPerson(house, params.person ?? ''), body.roles)
    return ok(await viewOfPerson(changed, { now, self: actor.email }))
  },
})
