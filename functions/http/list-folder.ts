// GET /organisations/{id}/documents: the folder of what an organisation has given; a Caf sees what was given to it.
import { organisationThing } from '../../forms/access.ts'
import type { Folder } from '../../forms/documents-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getOrganisation } from '../store/organisations.ts'
import { listOrganisationResponses } from '../store/responses.ts'
import { folderOf } from '../uploads/folder.ts'

export const handler = http({
  route: 'GET /organisations/{id}/documents',
  load: async ({ params, actor }) => organisationThing(actor, await getOrganisation(params.id ?? '')),
  body: noBody,
  act: async ({ loaded: { organisationId = '' }, actor }) => {
    const isMember = actor.memberships.some((member) => member.organisationId === organisationId)
    const seen = (cafId: string) => isMember || actor.agencies.some((agency) => agency.cafId === cafId)
    const rows = await listOrganisationResponses(organisationId)
    return ok({ items: await folderOf(rows.filter(({ cafId }) => seen(cafId))) } satisfies Folder)
  },
})
