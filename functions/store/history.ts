import * as z from 'zod'
import { HistoryEntry, OutboxEntry } from '../../forms/nouns/history.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { outboxShard } from './index-keys.ts'
import { type Key, keys, ranges } from './keys.ts'
import { putMail } from './mails.ts'
import { keepMessage } from './messages.ts'
import { queryIndex, queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem, updateItem } from './write-items.ts'

/** Everything that happened to a response, oldest first: what was drained and what still waits on the item. */
export const listHistory = async (response: Response): Promise<HistoryEntry[]> => {
  const drained = (await queryRange(ranges.events(response.id))).map((row) => HistoryEntry.parse(row))
  const known = new Set(drained.map(({ id, at }) => `${at}#${id}`))
  const waiting = response.history.filter(({ id, at }) => !known.has(`${at}#${id}`))
  return [...drained, ...waiting].toSorted((a, b) => a.at.localeCompare(b.at))
}

/**
 * What the buffers of a shard that wait on an item are about, the longest waiting first: ids of responses and of
 * campaigns, addresses of people. Hints: read the item before acting.
 */
export const listUndrained = async (shard: number, limit?: number): Promise<string[]> =>
  (await queryIndex('outbox', outboxShard(shard), { ...(limit ? { limit } : {}) })).map((row) =>
    String(row.id),
  )

/**
 * Moves a response's waiting history, the messages and the mails it owes, to items of their own. Each is put under a key of its
 * own before the buffers are cut, and they are cut only if nothing was appended meanwhile: run twice, it changes
 * nothing, and a mail that was made once is never made again.
 */
export const drainResponse = async (response: Response): Promise<boolean> => {
  const { id, history, outbox } = response
  for (const entry of history) await putItem(keys.event(id, entry.at, entry.id), entry)
  for (const entry of outbox) {
    await keepMessage(id, entry)
    await putMail(id, entry)
  }
  return cut(keys.response(id), { history, outbox })
}

/** Moves the mails that a campaign owes to items of their own; otherwise as drainResponse. */
export const drainCampaign = (id: string): Promise<boolean> => drainOutbox(keys.campaign(id), id)

/** Moves the invitations that wait on a person's accesses to items of their own; otherwise as drainResponse. */
export const drainPerson = async (email: string): Promise<boolean> => {
  const rows = await queryRange(ranges.person(email))
  const waiting = rows.filter(({ outboxShard: shard }) => shard !== undefined)
  const drained = await Promise.all(
    waiting.map(({ sk }) => drainOutbox({ pk: ranges.person(email).pk, sk: String(sk) }, email)),
  )
  return drained.includes(true)
}

const drainOutbox = async (key: Key, about: string): Promise<boolean> => {
  const owing = await findItem(key, Owing)
  if (!owing) return false
  for (const entry of owing.outbox) await putMail(about, entry)
  return cut(key, { outbox: owing.outbox })
}

const Owing = z.object({ outbox: z.array(OutboxEntry).default([]) })

/** Empties what was read of the buffers, and takes the item out of the index, unless something came meanwhile. */
const cut = (key: Key, buffers: Readonly<Record<string, readonly { id: string }[]>>): Promise<boolean> => {
  const names = Object.keys(buffers)
  const unchanged = (name: string): string => {
    const empty = `attribute_not_exists(${name}) OR size(${name}) = :${name}Size`
    return buffers[name]?.length ? `size(${name}) = :${name}Size AND ${name}[0].id = :${name}First` : empty
  }
  return updateItem(
    key,
    `SET ${names.map((name) => `${name} = :none`).join(', ')} REMOVE outboxShard, outboxSince`,
    {
      condition: names.map((name) => `(${unchanged(name)})`).join(' AND '),
      values: {
        ':none': [],
        ...Object.fromEntries(
          Object.entries(buffers).flatMap(([name, entries]) => [
            [`:${name}Size`, entries.length],
            ...(entries[0] ? [[`:${name}First`, entries[0].id]] : []),
          ]),
        ),
      },
    },
  )
}
