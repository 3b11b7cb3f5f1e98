// GET /responses/{id}/history: what happened to a dossier, refused submissions and mails included.
import { attemptItem, mailItems } from '../../forms/history.ts'
import type { HistoryEntry } from '../../forms/nouns/history.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { HistoryList } from '../../forms/response-wire.ts'
import { correctionItem } from '../../forms/submission-views.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { listAttempts } from '../store/attempts.ts'
import { listHistory } from '../store/history.ts'
import { listMails } from '../store/mails.ts'
import { getResponse } from '../store/responses.ts'
import { findSubmissionNumbered } from '../store/submissions.ts'

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
    const told = await Promise.all(entries.map((entry) => withChanges(response, entry)))
    const items = [...told, ...attempts.map(attemptItem), ...mails.flatMap(mailItems)]
    return ok({ items: items.toSorted((a, b) => a.at.localeCompare(b.at)) } satisfies HistoryList)
  },
})

/** What a correction by the Caf changed stands in two submissions, which nothing changes. */
const withChanges = async (response: Response, entry: HistoryEntry) => {
  if (entry.type !== 'corrected' || entry.submission === undefined) return entry
  const [before, after] = await Promise.all(
    [entry.submission - 1, entry.submission].map((number) => findSubmissionNumbered(response, number)),
  )
  return correctionItem(entry, before, after)
}
