import { randomUUID } from 'node:crypto'
import { getResponse, moveResponse } from './responses.ts'
import { closingShard } from './schema.ts'
import { queryIndex } from './table.ts'

/** Ids of a shard's responses that are still open and whose deadline is past at `now`. Hints only. */
export const listOverdue = async (shard: number, now: string): Promise<string[]> =>
  (await queryIndex('closing', closingShard(shard), { upTo: now })).map((row) => String(row.id))

/**
 * Settles one response whose deadline has passed: without any submission it is missed, its drafts kept; a
 * correction left unanswered lapses and the earlier submission stands. The condition is the authority, so a
 * trigger that comes late, twice or too early changes nothing it should not.
 */
export const closeResponse = async (id: string, now: string): Promise<boolean> => {
  const { status } = await getResponse(id)
  const settle = (move: 'miss' | 'lapse') =>
    moveResponse(id, {
      move,
      entry: { id: randomUUID(), at: now, type: move === 'miss' ? 'missed' : 'lapsed' },
      condition: 'closesAt <= :now',
      remove: ['closingShard'],
      values: { ':now': now },
    })
  return status === 'to-correct' ? settle('lapse') : settle('miss')
}
