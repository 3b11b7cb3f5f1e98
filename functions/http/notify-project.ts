// PUT /projects/{id}/notifications/{schoolYear}: what the Caf notified for a year, in the place of what it had.

import { SchoolYear } from '../../forms/nouns/scalars.ts'
import { Notify } from '../../forms/people-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { getProject, notifyProject } from '../store/projects.ts'

export const handler = http({
  route: 'PUT /projects/{id}/notifications/{schoolYear}',
  load: ({ params }) => getProject(params.id ?? ''),
  body: Notify,
  act: async ({ loaded: { id, cof }, params, body: { collectifs }, actor, receivedAt: at }) => {
    const schoolYear = SchoolYear.safeParse(params.schoolYear)
    if (!schoolYear.success) throw new Problem('not-found', 'Cette année scolaire n’existe pas.')
    if (cof && (schoolYear.data < cof.first || schoolYear.data > cof.last)) {
      throw new Problem(
        'invalid-request',
        `Cette année n’est pas dans la convention, qui va de ${cof.first} à ${cof.last}. Rien n’a été enregistré.`,
      )
    }
    return ok(await notifyProject(id, schoolYear.data, { collectifs, at, by: actor.name }))
  },
})
