// GET /forms/{id}/changes?from=&to=: what differs from one version to another, or to the draft, in words and as a patch.
import { changesBetween } from '../../forms/changes/changes-between.ts'
import { patchBetween } from '../../forms/editing/json-diff.ts'
import type { ChangesView } from '../../forms/publishing-wire.ts'
import { http, noBody, packed } from '../middleware/http.ts'
import { comparedContent } from '../publishing/compared-content.ts'
import { getEditing } from '../store/drafts.ts'

export const handler = http({
  route: 'GET /forms/{id}/changes',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: form, event, headers }) => {
    const { from = '', to = '' } = event.queryStringParameters ?? {}
    const [before, after] = await Promise.all([
      comparedContent(form, 'from', from),
      comparedContent(form, 'to', to),
    ])
    const items = changesBetween(before, after)
    return packed({ from, to, items, patch: patchBetween(before, after) } satisfies ChangesView, headers)
  },
})
