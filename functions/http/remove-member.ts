// DELETE /organisations/{id}/members/{person}: takes a person's access away, from their next request on.
import { organisationThing } from '../../forms/access.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { emailOfPerson } from '../people/directory.ts'
import { organisationHouse, removePerson } from '../store/members.ts'
import { getOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'DELETE /organisations/{id}/members/{person}',
  load: async ({ params, actor }) => organisationThing(actor, await getOrganisation(params.id ?? '')),
  body: noBody,
  act: async ({ params }) => {
    const house = organisationHouse(params.id ?? '')
    await removePerson(house, await emailOfPerson(house, params.person ?? ''))
    return noContent()
  },
})
