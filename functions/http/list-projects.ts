// GET /projects: the projects that the signed-in agent's Cafs fund, and the facts a campaign may call them by.
import type { ProjectList } from '../../forms/wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listProjects } from '../store/projects.ts'

export const handler = http({
  route: 'GET /projects',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const lists = await Promise.all(actor.agencies.map(({ cafId }) => listProjects(cafId)))
    const items = lists.flat()
    const facts = [...new Set(items.flatMap((project) => project.facts))].toSorted((a, b) =>
      a.localeCompare(b, 'fr'),
    )
    return ok({ items, facts } satisfies ProjectList)
  },
})
