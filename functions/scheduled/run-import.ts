// Goes on with an import that was confirmed, where the request that confirmed it, or an earlier run, left off.
import * as z from 'zod'
import { runScheduled } from '../campaigns/run.ts'
import { armImport, importing } from '../imports/running.ts'
import { scheduled } from '../middleware/scheduled.ts'
import { getImport } from '../store/imports.ts'

export const handler = scheduled('run-import', {
  input: z.object({ campaignId: z.string(), job: z.string() }),
  act: async ({ input: { campaignId: id, job }, now }) => {
    await armImport(await getImport(id))
    return { import: id, outcome: await runScheduled(importing, id, job, now) }
  },
})
