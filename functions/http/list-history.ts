// GET /responses/{id}/history: what happened to a dossier, refused submissions and mails included.
import { attemptItem, mailItems } from '../../forms/history.ts'
import type { HistoryList } from '../../forms/wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listAttempts } from '../store/attempts.ts'
import { listHistory } from '../store/history.ts'
import { listMails } from '../store/mails.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/history',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const [entries, attempts, mails] = await Promise.all([
      listHistory(response),
      listAttempts(response.id),
      listMails(response.id),
    ])
    const items = [...entries, ...attempts.map(attemptItem), ...mails.flatMap(mailItems)]
    return ok({ items: items.toSorted((a, b) => a.at.localeCompare(b.at)) } satisfies HistoryList)
  },
})
