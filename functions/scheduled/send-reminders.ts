// At the hour of a reminder, or when an agent asks: reminds whoever has not submitted.
import * as z from 'zod'
import { reminding } from '../campaigns/reminding.ts'
import { runScheduled } from '../campaigns/run.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('send-reminders', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId, job }, now }) => ({
    campaignId,
    job,
    outcome: await runScheduled(reminding, campaignId, job, now),
  }),
})
