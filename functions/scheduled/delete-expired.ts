// Every hour: deletes the answers of campaigns that have kept them as long as they say; with a job, goes on with it.
import * as z from 'zod'
import { deleting } from '../campaigns/deleting.ts'
import { deleteExpired } from '../campaigns/expiring.ts'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('delete-expired', {
  input: z.object({ campaignId: z.string().optional(), job: z.string().optional() }),
  act: async ({ input: { campaignId, job }, now }) => {
    if (!campaignId || !job) return { campaigns: await deleteExpired(now) }
    return { campaignId, job, outcome: await runScheduled(deleting, campaignId, job, now) }
  },
})
