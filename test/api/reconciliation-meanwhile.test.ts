// A campaign that is changed while reconciliation is at it: whatever comes between two of its requests, what the campaign
// was changed to is what it will do.
import { describe, expect, it } from 'vitest'
import { scheduleNameOf } from '../../functions/campaigns/plan.ts'
import { listSchedules } from '../../functions/external/scheduler.ts'
import { listJobs } from '../../functions/store/jobs.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { usePlatform } from '../support/server.ts'
import { watchedTable } from '../support/watched-table.ts'
import { runAt } from '../support/work.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const MOST_REQUESTS = 40

let meanwhile: { about: string; after: number; change: () => Promise<unknown> } | undefined

const platform = usePlatform({
  now: NOW,
  inFrontOfTable: watchedTable(async (body) => {
    if (!meanwhile || !body.includes(`"CAMPAIGN#${meanwhile.about}"`) || meanwhile.after-- > 0) return
    const { change } = meanwhile
    meanwhile = undefined
    await change()
  }),
})

/** A campaign whose deadline is moved by a week just before that request of a reconciliation about it; its id. */
const movedBefore = async (request: number): Promise<string> => {
  const manager = await platform.as('campagne@caf731.test')
  const id = await createBilan(manager, { firstDay: '2026-06-15', reminderDays: [7] })
  const change = () => manager.patch(`/campaigns/${id}`, { body: { lastDay: '2026-07-19' } })
  meanwhile = { about: id, after: request, change }
  await runAt('reconcile-campaigns', NOW)
  return id
}

describe('a campaign that is changed in the middle of a reconciliation', () => {
  it('does what it was changed to, and at that time', async () => {
    for (let request = 0; request < MOST_REQUESTS; request += 1) {
      const id = await movedBefore(request)
      if (meanwhile) return expect(request).toBeGreaterThan(5)
      const jobs = await listJobs(id)
      expect([request, Object.fromEntries(jobs.map(({ name, dueAt }) => [name, dueAt]))]).toEqual([
        request,
        {
          open: '2026-06-14T22:00:00.000Z',
          'remind-2026-07-12': '2026-07-12T07:00:00.000Z',
          close: '2026-07-19T22:01:00.000Z',
        },
      ])
      expect(await listSchedules()).toEqual(expect.arrayContaining(jobs.map(scheduleNameOf)))
    }
    throw new Error('reconciliation never came to its end before the change')
  })
})
