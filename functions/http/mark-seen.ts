// PUT /responses/{id}/messages/seen: the caller's side has read up to a message; what came after stays unread.
import { leftAfter, sideOf } from '../../forms/messages.ts'
import { type Marked, MarkSeen } from '../../forms/messages-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { listMessages, markSeen } from '../store/messages.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'PUT /responses/{id}/messages/seen',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: MarkSeen,
  act: async ({ loaded: response, body: { last }, actor, receivedAt: at }) => {
    const side = sideOf(actor, response)
    const unread = leftAfter(await listMessages(response), side, last)
    const marked = await markSeen(response, { side, left: unread, by: actor.name, at })
    if (!marked) throw new Problem('concurrent-change')
    return ok({ unread } satisfies Marked)
  },
})
