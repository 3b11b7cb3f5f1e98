// When a campaign was extended: carries the new deadline to each response.
import * as z from 'zod'
import { extending } from '../campaigns/extending.ts'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('extend-campaign', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId, job }, now }) => ({
    campaignId,
    job,
    outcome: await runScheduled(extending, campaignId, job, now),
  }),
})
