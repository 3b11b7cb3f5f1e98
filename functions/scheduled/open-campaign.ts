// At the first day of a campaign: calls its audience.
import * as z from 'zod'
import { calling } from '../campaigns/calling.ts'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('open-campaign', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId, job }, now }) => ({
    campaignId,
    job,
    outcome: await runScheduled(calling, campaignId, job, now),
  }),
})
