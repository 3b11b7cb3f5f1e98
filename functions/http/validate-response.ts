// POST /responses/{id}/validation: the Caf validates what it has read; it is locked, and what it asks for is opened.
import { Validate } from '../../forms/people-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { reserve } from '../openings/plan.ts'
import { validateOne } from '../openings/validate-one.ts'
import { validatedView } from '../openings/view.ts'
import { etagOf, getDossier } from '../store/responses.ts'

export const handler = http({
  route: 'POST /responses/{id}/validation',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: Validate,
  act: async ({ loaded: dossier, body: { joins }, headers, actor, receivedAt: at }) => {
    assertSeen(headers, etagOf(dossier))
    await validateOne(dossier, {
      by: actor.name,
      at,
      joins,
      before: async (_, opening) => {
        if (opening) await reserve(dossier, opening, joins)
      },
    })
    return ok(await validatedView(dossier.id))
  },
})
