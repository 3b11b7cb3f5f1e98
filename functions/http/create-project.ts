// POST /projects: a Caf adds a project that it funds to an organisation; the same name there is the same project.
import { createHash } from 'node:crypto'
import { agencyFor } from '../../forms/access.ts'
import { slugOf } from '../../forms/identity.ts'
import { NewProject } from '../../forms/people-wire.ts'
import { Problem, pointer } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { addCaf, findOrganisation } from '../store/organisations.ts'
import { getProject, putProject } from '../store/projects.ts'

export const handler = http({
  route: 'POST /projects',
  load: async ({ actor }) => agencyFor(actor, 'project:create'),
  body: NewProject,
  act: async ({ loaded, body: { cafId: asked, organisationId, name, cof }, actor }) => {
    const { cafId } = agencyFor(actor, 'project:create', asked ?? loaded.cafId)
    const organisation = await findOrganisation(organisationId)
    if (!organisation?.cafIds?.includes(cafId)) throw unknownOrganisation(organisationId)
    const digest = createHash('sha256').update(`${cafId} ${organisationId} ${name}`).digest('hex').slice(0, 8)
    const id = `${slugOf(name)}-${digest}`
    const of = { organisationId, organisationName: organisation.name, cafId }
    await putProject({ id, name, ...of, facts: [], importIds: [], ...(cof ? { cof } : {}) })
    await addCaf(organisationId, cafId)
    return ok(await getProject(id), { status: 201, headers: { location: `/api/projects/${id}` } })
  },
})

const unknownOrganisation = (id: string): Problem =>
  new Problem('invalid-request', undefined, {
    errors: [
      { pointer: pointer('organisationId'), detail: `Votre Caf ne suit pas d’organisation « ${id} ».` },
    ],
  })
