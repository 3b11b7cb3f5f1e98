// POST /projects: a Caf adds a project that it funds to an organisation; the same name there is the same project.
import { agencyFor } from '../../forms/access.ts'
import { NewProject } from '../../forms/people-wire.ts'
import { Problem, pointer } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { makeProject } from '../people/new-organisation.ts'
import { findOrganisation } from '../store/organisations.ts'
import { getProject } from '../store/projects.ts'

export const handler = http({
  route: 'POST /projects',
  load: async ({ actor }) => agencyFor(actor, 'project:create'),
  body: NewProject,
  act: async ({ loaded, body: { cafId: asked, organisationId, name, cof }, actor }) => {
    const { cafId } = agencyFor(actor, 'project:create', asked ?? loaded.cafId)
    const organisation = await findOrganisation(organisationId)
    if (!organisation?.cafIds?.includes(cafId)) throw unknownOrganisation(organisationId)
    const id = await makeProject(organisation, { cafId, name, cof })
    return ok(await getProject(id), { status: 201, headers: { location: `/api/projects/${id}` } })
  },
})

const unknownOrganisation = (id: string): Problem =>
  new Problem('invalid-request', undefined, {
    errors: [
      { pointer: pointer('organisationId'), detail: `Votre Caf ne suit pas d’organisation « ${id} ».` },
    ],
  })
