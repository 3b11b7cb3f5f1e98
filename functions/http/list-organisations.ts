// GET /organisations: those that the signed-in person is a member of; for an agent, those that their Cafs deal with.
import { can } from '../../forms/access.ts'
import type { OrganisationList } from '../../forms/people-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findOrganisations, listCafOrganisations } from '../store/organisations.ts'

export const handler = http({
  route: 'GET /organisations',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const lists = await Promise.all([
      findOrganisations(actor.memberships.map(({ organisationId }) => organisationId)),
      ...actor.agencies.map(({ cafId }) => listCafOrganisations(cafId)),
    ])
    const once = new Map(lists.flat().map((organisation) => [organisation.id, organisation]))
    const items = [...once.values()].map(({ openedBy: _, ...told }) => told)
    const create = actor.agencies.filter((agency) => can(actor, 'organisation:create', agency))
    return ok({
      items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
      may: { create },
    } satisfies OrganisationList)
  },
})
