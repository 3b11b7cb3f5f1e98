// One minute after a deadline: settles the responses it has passed for. Without a job, every hour, whatever is overdue.
import * as z from 'zod'
import { closing, settleOverdue, sweeping } from '../campaigns/closing.ts'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('close-campaign', {
  input: z.object({ campaignId: z.string().optional(), job: z.string().optional() }),
  act: async ({ input: { campaignId, job }, now }) => {
    if (!campaignId || !job) return { closed: await settleOverdue(now) }
    const work = job.startsWith('sweep-') ? sweeping : closing
    return { campaignId, job, outcome: await runScheduled(work, campaignId, job, now) }
  },
})
