// GET /notices?caf=: what a Caf says of accessibility and of personal data, for everybody.
import type { Notices, NoticesView } from '../../forms/notices.ts'
import type { Caf } from '../../forms/nouns/people.ts'
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
    const [said, states] = await Promise.all([caf && noticesOf(caf), statesOf(all)])
    return ok({
      cafs,
      ...(caf ? { cafId: caf.id } : {}),
      ...(states.size === 1 ? { state: [...states][0] } : {}),
      ...(said ?? { revision: 0 }),
    } satisfies NoticesView)
  },
})

const statesOf = async (cafs: readonly Caf[]): Promise<Set<Notices['state']>> =>
  new Set((await Promise.all(cafs.map(noticesOf))).map(({ notices }) => notices.state))
