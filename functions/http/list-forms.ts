// GET /forms: the questionnaires of the signed-in agent's Cafs: the published ones, that a campaign may ask; for a
// concepteur, those never published too, with their drafts and who edits them.
import { can } from '../../forms/access.ts'
import type { FormList } from '../../forms/editing-wire.ts'
import { formRows } from '../editing/listing.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'

export const handler = http({
  route: 'GET /forms',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt: now }) => {
    const lists = actor.agencies.map(({ cafId }) =>
      formRows(cafId, { drafts: can(actor, 'form:edit', { cafId }), now }),
    )
    return ok({ items: (await Promise.all(lists)).flat(), now } satisfies FormList)
  },
})
