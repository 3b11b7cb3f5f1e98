// GET /imports: what the agent's Cafs have imported, the latest first.
import type { ImportList } from '../../forms/import-wire.ts'
import { statusOf } from '../imports/view.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listImports } from '../store/imports.ts'

export const handler = http({
  route: 'GET /imports',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt: now }) => {
    const lists = await Promise.all(actor.agencies.map(({ cafId }) => listImports(cafId)))
    const items = lists.flat().map((kept) => {
      const { id, kind, fileName, preparedAt, by, total } = kept
      return { id, kind, fileName, preparedAt, by, total, status: statusOf(kept) }
    })
    return ok({ items, now } satisfies ImportList)
  },
})
