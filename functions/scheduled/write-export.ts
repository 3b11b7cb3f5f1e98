// When an agent asked for an export: writes its file.
import * as z from 'zod'
import { runScheduled } from '../campaigns/run.ts'
import { exporting } from '../exports/writing.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('write-export', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId, job }, now }) => ({
    campaignId,
    job,
    outcome: await runScheduled(exporting, campaignId, job, now),
  }),
})
