import * as z from 'zod'
import { type HistoryEntry, OutboxEntry } from '../../forms/nouns/history.ts'
import { listHistory } from '../../functions/store/history.ts'
import { keys } from '../../functions/store/keys.ts'
import { listMails } from '../../functions/store/mails.ts'
import { findItem } from '../../functions/store/read-items.ts'
import { getResponse } from '../../functions/store/responses.ts'

const Owing = z.object({ outbox: z.array(OutboxEntry).default([]) })

/** What a response, or a campaign, owed so far: what waits on it and what a worker has taken, each once. */
export const owedBy = async (about: string): Promise<OutboxEntry[]> => {
  const isResponse = about.includes('.')
  // Read first: what is taken between the two reads is seen twice rather than not at all.
  const key = isResponse ? keys.response(about) : keys.campaign(about)
  const waiting = (await findItem(key, Owing))?.outbox ?? []
  const taken = await listMails(about)
  const all = new Map([...waiting, ...taken].map((entry) => [entry.id, entry]))
  return [...all.values()].toSorted((a, b) => a.at.localeCompare(b.at))
}

/** The mails a response or a campaign owed, by name. */
export const mailsOwedBy = async (about: string): Promise<string[]> =>
  (await owedBy(about)).map(({ mail }) => mail)

/** The types of what happened to a response, oldest first. */
export const happenedTo = async (id: string): Promise<HistoryEntry['type'][]> =>
  (await listHistory(await getResponse(id))).map(({ type }) => type)
