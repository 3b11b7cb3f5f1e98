// POST /forms/{id}/versions: publishes the draft of a questionnaire as its next version, which never changes.
import { definitionUrl } from '../../forms/addresses.ts'
import type { Published } from '../../forms/publishing-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { publishDraft } from '../publishing/publish-draft.ts'
import { getEditing } from '../store/drafts.ts'

export const handler = http({
  route: 'POST /forms/{id}/versions',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: form, headers, actor, receivedAt: at }) => {
    const seen = seenRevision(headers)
    const { version, sha256 } = await publishDraft(form, { seen, by: actor, at })
    const address = definitionUrl({ formId: form.id, formVersion: version })
    return ok({ version, sha256, definitionUrl: address } satisfies Published, {
      status: 201,
      headers: { location: `/api/forms/${form.id}/versions/${version}` },
    })
  },
})
