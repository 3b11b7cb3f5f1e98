// GET /organisations: the organisations that the signed-in person is a member of.
import type { OrganisationList } from '../../forms/people-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findOrganisation } from '../store/organisations.ts'

export const handler = http({
  route: 'GET /organisations',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const found = await Promise.all(
      actor.memberships.map(({ organisationId }) => findOrganisation(organisationId)),
    )
    const items = found.flatMap((organisation) => organisation ?? []).map(({ openedBy: _, ...told }) => told)
    return ok({ items } satisfies OrganisationList)
  },
})
