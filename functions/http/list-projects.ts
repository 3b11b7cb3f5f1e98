// GET /projects: for an agent, the projects that their Cafs fund, and the facts a campaign may call them by; for a
// partner, those of their organisations.

import type { ProjectList } from '../../forms/campaign-rows-wire.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listOrganisationProjects, listProjects } from '../store/projects.ts'

export const handler = http({
  route: 'GET /projects',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const lists = await Promise.all([
      ...actor.agencies.map(({ cafId }) => listProjects(cafId)),
      ...actor.memberships.map(({ organisationId }) => listOrganisationProjects(organisationId)),
    ])
    const items = [...new Map(lists.flat().map((project) => [project.id, project])).values()]
    const facts = [...new Set(items.flatMap(factsOf))].toSorted((a, b) => a.localeCompare(b, 'fr'))
    return ok({ items, facts } satisfies ProjectList)
  },
})

const factsOf = ({ facts }: Project): readonly string[] => facts
