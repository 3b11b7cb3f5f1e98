// GET /responses/{id}/history: what happened to a dossier, refused submissions included.
import type { HistoryList } from '../../forms/wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listAttempts } from '../store/attempts.ts'
import { listHistory } from '../store/history.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'GET /responses/{id}/history',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: response }) => {
    const [entries, attempts] = await Promise.all([listHistory(response), listAttempts(response.id)])
    const refused = attempts.map(({ at, by, detail, problem }, i) => ({
      id: `${problem}-${i}`,
      type: 'attempt' as const,
      at,
      by,
      detail,
    }))
    return ok({
      items: [...entries, ...refused].toSorted((a, b) => a.at.localeCompare(b.at)),
    } satisfies HistoryList)
  },
})
