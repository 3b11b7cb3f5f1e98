// DELETE /forms/{id}/draft: gives up the draft of a questionnaire; one that was never published goes with it.
import { assertFree } from '../../forms/editing/lease.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { endDraft, getEditing } from '../store/drafts.ts'
import { dropForm } from '../store/forms.ts'

export const handler = http({
  route: 'DELETE /forms/{id}/draft',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: form, headers, actor, receivedAt: at }) => {
    assertFree(form.lock, actor, at)
    await endDraft(form, { seen: seenRevision(headers), by: actor.name, at })
    if (form.latestVersion === undefined) await dropForm(form.id)
    return noContent()
  },
})
