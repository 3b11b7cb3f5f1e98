// POST /organisations: a Caf adds an organisation, by the numbers it is known by.
import { agencyFor } from '../../forms/access.ts'
import { NewOrganisation } from '../../forms/identity.ts'
import { http, ok } from '../middleware/http.ts'
import { makeOrganisation } from '../people/new-organisation.ts'
import { organisationView } from '../people/organisation-view.ts'
import { getOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'POST /organisations',
  load: async ({ actor }) => agencyFor(actor, 'organisation:create'),
  body: NewOrganisation,
  act: async ({ loaded, body: { cafId: asked, ...facts }, actor, receivedAt }) => {
    const { cafId } = agencyFor(actor, 'organisation:create', asked ?? loaded.cafId)
    const id = await makeOrganisation(cafId, facts)
    return ok(await organisationView(await getOrganisation(id), actor, receivedAt), {
      status: 201,
      headers: { location: `/api/organisations/${id}` },
    })
  },
})
