// GET /notices?caf=: what a Caf says of accessibility and of personal data, for everybody.
import type { NoticesView } from '../../forms/notices.ts'
import { Problem } from '../../forms/problems.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listCafs, noticesOf } from '../store/notices.ts'

export const handler = http({
  route: 'GET /notices',
  load: nothing,
  body: noBody,
  act: async ({ event }) => {
    const asked = event.queryStringParameters?.caf
    const all = await listCafs()
    const cafs = all.map(({ id, name }) => ({ id, name }))
    const caf = asked ? all.find(({ id }) => id === asked) : all.length === 1 ? all[0] : undefined
    if (asked && !caf) throw new Problem('not-found', 'Cette Caf n’est pas inscrite sur la plateforme.')
    const said = caf ? { cafId: caf.id, ...(await noticesOf(caf)) } : { revision: 0 }
    return ok({ cafs, ...said } satisfies NoticesView)
  },
})
