// POST /organisations: a Caf adds an organisation, by the numbers it is known by.
import { agencyFor } from '../../forms/access.ts'
import { NewOrganisation } from '../../forms/identity.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { newOrganisationId } from '../openings/plan.ts'
import { organisationView } from '../people/organisation-view.ts'
import { claimIdentity, getOrganisation, putOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'POST /organisations',
  load: async ({ actor }) => agencyFor(actor, 'organisation:create'),
  body: NewOrganisation,
  act: async ({ loaded, body: { cafId: asked, ...facts }, actor, receivedAt }) => {
    const { cafId } = agencyFor(actor, 'organisation:create', asked ?? loaded.cafId)
    const { siret, rna } = facts
    const id = newOrganisationId(facts.name, { siret, rna })
    const claimed = await claimIdentity(id, { siret, rna }, { by: cafId, joins: false })
    if (!claimed || !(await putOrganisation({ ...facts, id, cafIds: [cafId] }))) {
      throw new Problem('organisation-exists')
    }
    return ok(await organisationView(await getOrganisation(id), actor, receivedAt), {
      status: 201,
      headers: { location: `/api/organisations/${id}` },
    })
  },
})
