// Every minute: moves the history and the mails that wait on items to items of their own, so that those stay small
// and their bounded buffers never fill. Apart from deliver-mail: a mail service in trouble must not stop this.
import * as z from 'zod'
import { scheduled } from '../middleware/scheduled.ts'
import { drainCampaign, drainResponse, listUndrained } from '../store/history.ts'
import { getResponse } from '../store/responses.ts'
import { shards } from '../store/schema.ts'

/** Of each shard, at each run. */
const LIMIT = 500

export const handler = scheduled('drain-history', {
  input: z.unknown(),
  act: async () => {
    const drained = await Promise.all(shards.map(drainShard))
    return { drained: drained.reduce((sum, count) => sum + count, 0) }
  },
})

const drainShard = async (shard: number): Promise<number> => {
  let drained = 0
  for (const id of await listUndrained(shard, LIMIT)) if (await drain(id)) drained += 1
  return drained
}

const drain = async (id: string): Promise<boolean> =>
  id.includes('.') ? drainResponse(await getResponse(id)) : drainCampaign(id)
