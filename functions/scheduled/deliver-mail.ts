// Every minute: delivers the mails that are due, the longest waiting first, until its time is nearly up.
import * as z from 'zod'
import { type Delivery, deliver } from '../mail/deliver.ts'
import { scheduled } from '../middleware/scheduled.ts'
import { shards } from '../store/index-keys.ts'
import { listDueMails, oldestOwed } from '../store/mails.ts'

/** Well within the function's time, so that a run ends by itself. */
const RUN_MS = 40_000
const BATCH = 25

export const handler = scheduled('deliver-mail', {
  input: z.unknown(),
  act: async ({ now }) => {
    const until = performance.now() + RUN_MS
    const deliveries = await Promise.all(shards.map((shard) => deliverShard(shard, now, until)))
    return { ...countsOf(deliveries.flat()), oldestSeconds: await oldestSeconds(now) }
  },
})

const deliverShard = async (shard: number, now: string, until: number): Promise<Delivery[]> => {
  const deliveries: Delivery[] = []
  for (;;) {
    const due = await listDueMails(shard, now, BATCH)
    const batch: Delivery[] = []
    for (const key of due) if (performance.now() < until) batch.push(await deliver(key, now))
    deliveries.push(...batch)
    // A batch wholly taken by others is what the index has not caught up with.
    if (batch.length < BATCH || batch.every((delivery) => delivery === 'taken')) return deliveries
  }
}

/** For how long the oldest mail that still waits has been owed: an alarm reads it. */
const oldestSeconds = async (now: string): Promise<number> => {
  const owed = (await Promise.all(shards.map(oldestOwed))).filter((at) => at !== undefined)
  const ages = owed.map((at) => (Date.parse(now) - Date.parse(at)) / 1000)
  return Math.max(0, ...ages)
}

const countsOf = (deliveries: readonly Delivery[]): Record<string, number> => ({
  sent: 0,
  ...Object.fromEntries(
    Object.entries(Object.groupBy(deliveries, (delivery) => delivery)).map(([name, all]) => [
      name,
      all.length,
    ]),
  ),
})
