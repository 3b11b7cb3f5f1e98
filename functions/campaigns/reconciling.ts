// Proves that every campaign will do what its plan says: makes again the schedules that are missing, removes those that
// are stale, and runs what should have fired. It trusts our job items, since schedules vanish once fired.
import * as z from 'zod'
import { invokeLater } from '../external/functions.ts'
import { cancelSchedule, findScheduleInput, listSchedules } from '../external/scheduler.ts'
import { findCampaign, listLiveCampaigns, liveMarkOf, unmarkLive } from '../store/campaigns.ts'
import { getImport, listRunningImports } from '../store/imports.ts'
import { findJob, type Job } from '../store/jobs.ts'
import { functionOf, isJobSchedule, putPlan, scheduleJob, scheduleNameOf } from './plan.ts'

/** A schedule fires within a minute of its time; before this long, a job that has not begun is not late. */
const LATE_MS = 2 * 60_000

/** How many campaigns were looked at, schedules made and cancelled, and late jobs started. */
export type Repairs = { campaigns: number; made: number; cancelled: number; started: number }

/** Looks at every campaign that still has something to do, and at imports under way. What it does twice changes nothing. */
export const reconcile = async (now: string): Promise<Repairs> => {
  // Listed first: a schedule made since then has its job item already, or is not in the list.
  const existing = new Set((await listSchedules()).filter(isJobSchedule))
  const wanted = new Set<string>()
  const repairs: Repairs = { campaigns: 0, made: 0, cancelled: 0, started: 0 }
  for (const id of await listLiveCampaigns()) {
    repairs.campaigns += 1
    for (const job of await pendingJobsOf(id, now)) {
      const name = scheduleNameOf(job)
      if (isLate(job, now)) {
        await invokeLater(functionOf[job.kind], { campaignId: id, job: job.name })
        repairs.started += 1
        continue
      }
      wanted.add(name)
      if (job.dueAt <= now || existing.has(name)) continue
      await scheduleJob(job, now)
      repairs.made += 1
    }
  }
  for (const id of await listRunningImports()) {
    const { confirmedAt: dueAt } = await getImport(id)
    if (dueAt === undefined || !isLate({ dueAt }, now)) continue
    await invokeLater('run-import', { campaignId: id, job: 'import' })
    repairs.started += 1
  }
  for (const name of existing) {
    if (wanted.has(name) || (await isAwaited(name, now))) continue
    await cancelSchedule(name)
    repairs.cancelled += 1
  }
  return repairs
}

/** The jobs of a campaign that are not done, by time, once they are what its plan says. */
const pendingJobsOf = async (id: string, now: string): Promise<Job[]> => {
  const mark = await liveMarkOf(id)
  const campaign = await findCampaign(id)
  if (!campaign) return []
  const pending = await putPlan(id, now)
  if (pending.length === 0 && campaign.closedAt) await unmarkLive(id, mark)
  return pending
}

const Input = z.object({ campaignId: z.string(), job: z.string() })

/** Whether a schedule that no live campaign accounts for is of a job that waits for it all the same. */
const isAwaited = async (name: string, now: string): Promise<boolean> => {
  const input = Input.safeParse(await findScheduleInput(name))
  if (!input.success) return false
  const job = await findJob(input.data.campaignId, input.data.job)
  return job !== undefined && !job.doneAt && !isLate(job, now) && scheduleNameOf(job) === name
}

const isLate = ({ dueAt }: Pick<Job, 'dueAt'>, now: string): boolean =>
  Date.parse(now) - Date.parse(dueAt) >= LATE_MS
