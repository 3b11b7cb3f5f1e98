// POST /forms/{id}/draft: a draft of a questionnaire that starts from a version of it, or of another of the same Caf.

import { assertFree } from '../../forms/editing/lease.ts'
import { contentFrom } from '../../forms/editing/new-content.ts'
import { contentText } from '../../forms/editing/size.ts'
import { StartDraft } from '../../forms/editing-wire.ts'
import { startingVersion } from '../editing/starting.ts'
import { draftEtag, formView } from '../editing/view.ts'
import { http, ok } from '../middleware/http.ts'
import { seenIfTold } from '../middleware/preconditions.ts'
import { getEditing, saveDraft } from '../store/drafts.ts'

export const handler = http({
  route: 'POST /forms/{id}/draft',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: StartDraft,
  act: async ({ loaded: form, body: { from }, headers, actor, receivedAt: at }) => {
    assertFree(form.lock, actor, at)
    const { id, cafId, title } = form
    const content = contentText(contentFrom(await startingVersion(cafId, from), { id, title }))
    const seen = seenIfTold(headers) ?? 0
    const draft = await saveDraft(form, { title, content, seen, by: actor.name, at, startedFrom: from })
    const started = { ...form, draft }
    return ok(await formView(started, at), {
      status: 201,
      headers: { etag: draftEtag(started), location: `/api/forms/${id}` },
    })
  },
})
