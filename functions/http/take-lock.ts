// PUT /forms/{id}/lock: a tab begins to edit a questionnaire, goes on, or takes over from another.
import { TakeLock } from '../../forms/editing-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { getEditing } from '../store/drafts.ts'
import { takeLock } from '../store/locks.ts'

export const handler = http({
  route: 'PUT /forms/{id}/lock',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: TakeLock,
  act: async ({ loaded: { id }, body, actor: { name, email }, receivedAt: at }) =>
    ok(await takeLock(id, { ...body, name, email, at })),
})
