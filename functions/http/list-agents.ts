// GET /agents?caf=: the agents of a Caf of the caller's, the first one unless told.
import { agencyFor, can } from '../../forms/access.ts'
import type { AgentList } from '../../forms/people-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { directory } from '../people/directory.ts'
import { cafHouse } from '../store/members.ts'

export const handler = http({
  route: 'GET /agents',
  load: async ({ actor, event }) => agencyFor(actor, 'agent:read', event.queryStringParameters?.caf),
  body: noBody,
  act: async ({ loaded: { cafId, cafName }, actor, receivedAt: now }) =>
    ok({
      cafId,
      cafName,
      items: await directory(cafHouse(cafId), { now, self: actor.email }),
      may: { manage: can(actor, 'agent:manage', { cafId }) },
      now,
    } satisfies AgentList),
})
