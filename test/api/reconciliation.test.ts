// A scheduler that fires late, twice, out of order or never: the results are the same, and reconciliation repairs.
import { describe, expect, it } from 'vitest'
import { scheduleNameOf } from '../../functions/campaigns/plan.ts'
import { cancelSchedule, listSchedules, scheduleOnce } from '../../functions/external/scheduler.ts'
import { listLiveCampaigns } from '../../functions/store/campaigns.ts'
import { listJobs } from '../../functions/store/jobs.ts'
import { getResponse } from '../../functions/store/responses.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { happenedTo, mailsOwedBy } from '../support/owed.ts'
import { usePlatform } from '../support/server.ts'
import { runAt } from '../support/work.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const OPENS = '2026-06-14T22:00:00.000Z'
const REMINDS = '2026-07-05T07:00:00.000Z'
const CLOSED = '2026-07-12T22:01:00.000Z'
const platform = usePlatform({ now: NOW })

const upcoming = async (): Promise<string> =>
  createBilan(await platform.as('campagne@caf731.test'), { firstDay: '2026-06-15', reminderDays: [7] })
const fire = (id: string, job: string, now: string) => {
  const name = job.startsWith('remind')
    ? 'send-reminders'
    : job === 'open'
      ? 'open-campaign'
      : 'close-campaign'
  return runAt(name, now, { campaignId: id, job })
}
const outcomeOf = (id: string) =>
  Promise.all(
    ['clas-des-bauges', 'clas-de-belledonne', 'clas-du-val', 'clas-du-lac'].map(async (project) => ({
      status: (await getResponse(`${id}.${project}`)).status,
      history: await happenedTo(`${id}.${project}`),
      mails: await mailsOwedBy(`${id}.${project}`),
    })),
  )
const normal = {
  status: 'missed',
  history: ['called', 'reminded', 'missed'],
  mails: ['call', 'reminder-not-started', 'missed'],
}
const jobSchedulesOf = async (id: string) => {
  const names = new Set((await listJobs(id)).map(scheduleNameOf))
  return (await listSchedules()).filter((name) => names.has(name))
}

describe('a scheduler', () => {
  it('that fires on time, and then everything once more, changes nothing the second time', async () => {
    const id = await upcoming()
    for (const again of [0, 1]) {
      await fire(id, 'open', OPENS)
      await fire(id, 'remind-2026-07-05', REMINDS)
      await fire(id, 'close', again ? '2026-07-13T10:00:00.000Z' : CLOSED)
    }
    expect(await outcomeOf(id)).toEqual(Array(4).fill(normal))
    expect(await mailsOwedBy(id)).toHaveLength(1)
  })

  it('that fires too early or out of order is put off', async () => {
    const id = await upcoming()
    expect(await fire(id, 'close', '2026-07-12T22:00:30.000Z')).toMatchObject({ outcome: 'waits' })
    expect(await fire(id, 'open', '2026-06-14T21:59:30.000Z')).toMatchObject({ outcome: 'waits' })
    expect(await fire(id, 'close', CLOSED)).toMatchObject({ outcome: 'waits' })
    await fire(id, 'open', OPENS)
    await fire(id, 'remind-2026-07-05', REMINDS)
    expect(await fire(id, 'close', CLOSED)).toMatchObject({ outcome: 'done' })
    expect(await outcomeOf(id)).toEqual(Array(4).fill(normal))
  })

  it('that fires a reminder after the closing reminds nobody', async () => {
    const id = await upcoming()
    await fire(id, 'open', OPENS)
    await fire(id, 'close', CLOSED)
    await fire(id, 'remind-2026-07-05', '2026-07-13T00:00:00.000Z')
    expect(await outcomeOf(id)).toEqual(
      Array(4).fill({ ...normal, history: ['called', 'missed'], mails: ['call', 'missed'] }),
    )
  })

  it('that still fires for a date that was moved does nothing for it', async () => {
    const id = await upcoming()
    await fire(id, 'open', OPENS)
    await (await platform.as('campagne@caf731.test')).patch(`/campaigns/${id}`, {
      body: { reminderDays: [5] },
    })
    expect((await listJobs(id)).map(({ name }) => name)).not.toContain('remind-2026-07-05')
    await fire(id, 'remind-2026-07-05', REMINDS)
    expect((await outcomeOf(id))[0]).toMatchObject({ mails: ['call'] })
  })
})

describe('reconciliation', () => {
  it('makes again what is missing, removes what is stale, and then finds nothing to do', async () => {
    const id = await upcoming()
    await runAt('reconcile-campaigns', NOW)
    const planned = await jobSchedulesOf(id)
    expect(planned).toHaveLength(3)
    await cancelSchedule(planned[0] ?? '')
    await cancelSchedule(planned[2] ?? '')
    const stale = scheduleNameOf({
      campaignId: id,
      name: 'close',
      kind: 'close',
      dueAt: '2026-07-01T22:01:00.000Z',
    })
    await scheduleOnce({
      name: stale,
      at: '2026-07-01T22:01:00.000Z',
      functionName: 'close-campaign',
      input: { campaignId: id, job: 'close' },
    })
    expect(await runAt('reconcile-campaigns', NOW)).toMatchObject({ made: 2, cancelled: 1, started: 0 })
    expect((await jobSchedulesOf(id)).toSorted()).toEqual(planned.toSorted())
    expect(await listSchedules()).not.toContain(stale)
    expect(await runAt('reconcile-campaigns', NOW)).toMatchObject({ made: 0, cancelled: 0, started: 0 })
  })

  it('leaves a campaign alone once everything is done', async () => {
    const id = await upcoming()
    for (const [job, at] of [
      ['open', OPENS],
      ['remind-2026-07-05', REMINDS],
      ['close', CLOSED],
    ] as const)
      await fire(id, job, at)
    expect(await listLiveCampaigns()).toContain(id)
    await runAt('reconcile-campaigns', '2026-07-12T23:00:00.000Z')
    expect(await listLiveCampaigns()).not.toContain(id)
  })
})
