// GET /responses/{id}/messages: what its partner and its Caf wrote to each other about it.
import { mayWrite, sideOf, unreadBy } from '../../forms/messages.ts'
import type { MessageList } from '../../forms/messages-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listMessages } from '../store/messages.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/messages',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response, actor, receivedAt: now }) => {
    const side = sideOf(actor, response)
    const { seenByPartner, seenByCaf } = response
    return ok({
      items: await listMessages(response),
      side,
      unread: unreadBy(side, response),
      seen: {
        ...(seenByPartner ? { partner: seenByPartner } : {}),
        ...(seenByCaf ? { caf: seenByCaf } : {}),
      },
      may: { write: mayWrite(actor, response) },
      now,
    } satisfies MessageList)
  },
})
