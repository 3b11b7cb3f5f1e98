// DELETE /forms/{id}/lock: a tab ends editing a questionnaire.
import { ReleaseLock } from '../../forms/editing-wire.ts'
import { http, noContent } from '../middleware/http.ts'
import { getEditing } from '../store/drafts.ts'
import { releaseLock } from '../store/locks.ts'

export const handler = http({
  route: 'DELETE /forms/{id}/lock',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: ReleaseLock,
  act: async ({ loaded: { id }, body: { tab }, actor: { email } }) => {
    await releaseLock(id, { tab, email })
    return noContent()
  },
})
