// DELETE /agents/{person}?caf=: takes an agent's access away, from their next request on.
import { agencyFor } from '../../forms/access.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { emailOfPerson } from '../people/directory.ts'
import { cafHouse, removePerson } from '../store/members.ts'

export const handler = http({
  route: 'DELETE /agents/{person}',
  load: async ({ actor, event }) => agencyFor(actor, 'agent:manage', event.queryStringParameters?.caf),
  body: noBody,
  act: async ({ loaded, params }) => {
    const house = cafHouse(loaded.cafId)
    await removePerson(house, await emailOfPerson(house, params.person ?? ''))
    return noContent()
  },
})
