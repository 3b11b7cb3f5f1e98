// Every minute: moves the history and the mails that wait on items to items of their own, so that those stay small
// and their bounded buffers never fill. Apart from deliver-mail: a mail service in trouble must not stop this.
import * as z from 'zod'
import { scheduled } from '../middleware/scheduled.ts'
import { settleValidation } from '../openings/settle.ts'
import { settleGivenUp } from '../starting/giving-up.ts'
import { drainCampaign, drainPerson, drainResponse, listUndrained } from '../store/history.ts'
import { shards } from '../store/index-keys.ts'
import { findStored } from '../store/responses.ts'

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
  for (const id of await listUndrained(shard, LIMIT)) if (await drain(id).catch(leftOver(id))) drained += 1
  return drained
}

/** What fails waits for the next run, and holds up nothing else. */
const leftOver =
  (about: string) =>
  (error: unknown): false => {
    console.error(JSON.stringify({ level: 'ERROR', message: 'Not drained', about, reason: String(error) }))
    return false
  }

const drain = async (about: string): Promise<boolean> => {
  if (about.includes('@')) return drainPerson(about)
  if (!about.includes('.')) return drainCampaign(about)
  // What a change brings about is done before its place in this list is lost: a crash leaves it to be done here.
  const response = await findStored(about)
  if (response?.effect) await settleValidation(about)
  if (response?.erasing) await settleGivenUp(response)
  return response !== undefined && drainResponse(response)
}
