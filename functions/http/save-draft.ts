// PUT /forms/{id}/draft: keeps a questionnaire as it is typed, right or not, if nobody saved it since; says what the
// checks find in it.
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { completeInfo } from '../../forms/editing/complete-info.ts'
import { assertFree } from '../../forms/editing/lease.ts'
import { contentText, contentTooLarge } from '../../forms/editing/size.ts'
import { type DraftSaved, SaveDraft } from '../../forms/editing-wire.ts'
import { http, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { getEditing, saveDraft, savedAlready } from '../store/drafts.ts'

export const handler = http({
  route: 'PUT /forms/{id}/draft',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: SaveDraft,
  tooLarge: contentTooLarge,
  act: async ({ loaded: form, body, headers, actor, receivedAt: at }) => {
    const { title, tab, content } = body
    const save = {
      ...{ title, content: contentText(content), seen: seenRevision(headers), by: actor.name, at },
      startedFrom: form.draft?.startedFrom,
    }
    // One that was saved and whose reply was lost is answered, whoever has taken over since.
    if (!savedAlready(form, save)) assertFree(form.lock, { email: actor.email, tab }, at)
    const { revision, savedAt } = await saveDraft(form, save)
    const info = completeInfo(content, form)
    return ok({ revision, savedAt, findings: findingsIn({ ...content, info }) } satisfies DraftSaved, {
      headers: { etag: `"${revision}"` },
    })
  },
})
