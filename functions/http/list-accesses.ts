// GET /accesses?caf=&person=&response=&from=&to=&next=: who read or changed what, for the Caf's administrateur.

import { agencyFor } from '../../forms/access.ts'
import { ACCESSES_KEPT_DAYS, type AccessList } from '../../forms/accesses.ts'
import { accessesAsked } from '../../forms/accesses-asked.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listAccesses } from '../store/accesses.ts'
import { findCaf } from '../store/projects.ts'

export const handler = http({
  route: 'GET /accesses',
  load: async ({ actor, event }) => agencyFor(actor, 'access:read', event.queryStringParameters?.caf),
  body: noBody,
  act: async ({ loaded: { cafId, cafName }, event, receivedAt: now }) => {
    const { zone = 'Europe/Paris' } = (await findCaf(cafId)) ?? {}
    const asked = accessesAsked(event.queryStringParameters ?? {}, { zone, now })
    const page = await listAccesses(cafId, asked)
    return ok({ cafId, cafName, zone, ...page, keptDays: ACCESSES_KEPT_DAYS, now } satisfies AccessList)
  },
})
