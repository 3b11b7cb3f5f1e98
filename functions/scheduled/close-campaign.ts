// One minute after a deadline: settles every response whose deadline has passed without a submission.
import * as z from 'zod'
import { scheduled } from '../middleware/scheduled.ts'
import { closeResponse, listOverdue } from '../store/closing.ts'
import { shards } from '../store/schema.ts'

export const handler = scheduled('close-campaign', {
  input: z.object({ campaignId: z.string().optional() }),
  act: async ({ input, now }) => {
    const closed = await Promise.all(shards.map((shard) => closeShard(shard, now)))
    return { ...input, closed: closed.reduce((sum, count) => sum + count, 0) }
  },
})

const closeShard = async (shard: number, now: string): Promise<number> => {
  let closed = 0
  for (const id of await listOverdue(shard, now)) if (await closeResponse(id, now)) closed += 1
  return closed
}
