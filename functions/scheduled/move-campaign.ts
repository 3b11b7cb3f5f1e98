// When a campaign goes on with another version of its questionnaire: has each response follow.
import * as z from 'zod'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'
import { moving } from '../moving/moving.ts'

export const handler = scheduled('move-campaign', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId, job }, now }) => ({
    campaignId,
    job,
    outcome: await runScheduled(moving, campaignId, job, now),
  }),
})
