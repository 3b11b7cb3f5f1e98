// GET /organisations/{id}: an organisation with its people and its projects.
import { organisationThing } from '../../forms/access.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { organisationView } from '../people/organisation-view.ts'
import { getOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'GET /organisations/{id}',
  load: async ({ params, actor }) => {
    const organisation = await getOrganisation(params.id ?? '')
    return { ...organisationThing(actor, organisation), organisation }
  },
  body: noBody,
  act: async ({ loaded, actor, receivedAt }) =>
    ok(await organisationView(loaded.organisation, actor, receivedAt)),
})
