// POST /organisations/{id}/members: invites an address, with its roles; what waits already is renewed.
import { organisationThing } from '../../forms/access.ts'
import { InviteMember } from '../../forms/people-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { viewOfPerson } from '../people/directory.ts'
import { invite, organisationHouse } from '../store/members.ts'
import { getOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'POST /organisations/{id}/members',
  load: async ({ params, actor }) => {
    const organisation = await getOrganisation(params.id ?? '')
    return { ...organisationThing(actor, organisation), organisation }
  },
  body: InviteMember,
  act: async ({ loaded: { organisation }, body, actor, receivedAt: now }) => {
    const access = { ...body, organisationId: organisation.id, organisationName: organisation.name }
    const invited = await invite(organisationHouse(organisation.id), access, { at: now, by: actor.name })
    return ok(await viewOfPerson(invited, { now, self: actor.email }), { status: 201 })
  },
})
