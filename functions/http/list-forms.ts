// GET /forms: the published forms of the signed-in agent's Cafs, that a campaign may ask.
import type { FormList } from '../../forms/wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listForms } from '../store/forms.ts'

export const handler = http({
  route: 'GET /forms',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const lists = await Promise.all(actor.agencies.map(({ cafId }) => listForms(cafId)))
    return ok({ items: lists.flat() } satisfies FormList)
  },
})
