import { type HistoryEntry, HistoryEntry as HistoryEntrySchema, type Response } from '../../forms/schemas.ts'
import { keys, outboxShard, ranges } from './schema.ts'
import { putItem, queryIndex, queryRange, updateItem } from './table.ts'

/** Everything that happened to a response, oldest first: what was drained and what still waits on the item. */
export const listHistory = async (response: Response): Promise<HistoryEntry[]> => {
  const drained = (await queryRange(ranges.events(response.id))).map((row) => HistoryEntrySchema.parse(row))
  const known = new Set(drained.map(({ id, at }) => `${at}#${id}`))
  const waiting = response.history.filter(({ id, at }) => !known.has(`${at}#${id}`))
  return [...drained, ...waiting].toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Ids of responses of a shard whose history waits on the item. Hints: read the response before acting. */
export const listUndrained = async (shard: number): Promise<string[]> =>
  (await queryIndex('outbox', outboxShard(shard))).map((row) => String(row.id))

/**
 * Moves a response's waiting history to items of its own. Each entry is put under a key of its own before the
 * buffer is cut, and the buffer is cut only if nothing was appended meanwhile: run twice, it changes nothing.
 */
export const drainHistory = async (response: Response): Promise<boolean> => {
  const [first] = response.history
  for (const entry of response.history) await putItem(keys.event(response.id, entry.at, entry.id), entry)
  return updateItem(keys.response(response.id), 'SET history = :none REMOVE outboxShard, outboxSince', {
    condition: `size(history) = :drained${first ? ' AND history[0].id = :first' : ''}`,
    values: { ':none': [], ':drained': response.history.length, ...(first ? { ':first': first.id } : {}) },
  })
}
