// Keeps the schedules and the job items of a campaign the way its plan says. A job item is put before its schedule is
// made: whoever finds a schedule finds the job it is for.
import { createHash } from 'node:crypto'
import { type PlannedJob, planOf, sweepOf } from '../../forms/campaign-plan.ts'
import type { JobKind } from '../../forms/nouns/campaign.ts'
import { cancelSchedule, scheduleOnce } from '../external/scheduler.ts'
import { getCampaign, markLive } from '../store/campaigns.ts'
import { type Job, listJobs, putJob, removeJob } from '../store/jobs.ts'
import type { ScheduledName } from '../triggers.ts'

/** A schedule is never made for the past: a little ahead, it still is when the request reaches the scheduler. */
const AHEAD_MS = 5_000

export const functionOf: Record<JobKind, ScheduledName> = {
  open: 'open-campaign',
  remind: 'send-reminders',
  close: 'close-campaign',
  sweep: 'close-campaign',
  extend: 'extend-campaign',
  move: 'move-campaign',
  import: 'run-import',
  export: 'write-export',
  delete: 'delete-expired',
}

type Named = Pick<Job, 'campaignId' | 'name' | 'kind' | 'dueAt'>

/**
 * The schedule of a job, at most 64 characters. It says the instant it fires at, so that the list of names alone
 * tells a schedule that is missing or stale.
 */
export const scheduleNameOf = ({ campaignId, name, kind, dueAt }: Named): string => {
  const digest = createHash('sha256').update(`${campaignId}/${name}`).digest('base64url').slice(0, 22)
  return `${kind}-${dueAt.slice(0, 19).replaceAll(/[-:]/g, '')}-${digest}`
}

/** Whether a name is one that `scheduleNameOf` makes: others of the group are not ours to judge. */
export const isJobSchedule = (name: string): boolean =>
  /^(?:open|remind|close|sweep|extend)-\d{8}T\d{6}-[\w-]{22}$/.test(name)

/** Makes, or makes again, the schedule of a job. */
export const scheduleJob = (job: Named, now: string): Promise<void> =>
  scheduleOnce({
    name: scheduleNameOf(job),
    at: new Date(Math.max(Date.parse(job.dueAt), Date.parse(now) + AHEAD_MS)).toISOString(),
    functionName: functionOf[job.kind],
    input: { campaignId: job.campaignId, job: job.name },
  })

/**
 * Has a campaign do by itself what its plan says, and answers the jobs that are due and not done, by time. Reminders
 * whose hour has passed when they are planned are not sent.
 */
export const armCampaign = async (campaignId: string, now: string): Promise<Job[]> => {
  const pending = await putPlan(campaignId, now)
  for (const job of pending) if (job.dueAt > now) await scheduleJob(job, now)
  return pending.filter(({ dueAt }) => dueAt <= now)
}

/**
 * The same without its schedules: the jobs of a campaign that are not done, by time, once they follow its plan. Whoever
 * changes a campaign writes it before its jobs: so jobs are read first, and none of a newer plan is taken for a stale
 * one; and a campaign that was changed meanwhile is followed again.
 */
export const putPlan = async (campaignId: string, now: string): Promise<Job[]> => {
  for (;;) {
    const before = await listJobs(campaignId)
    const campaign = await getCampaign(campaignId)
    const plan = planOf(campaign)
    for (const job of before) if (isStale(job, plan)) await disarm(job, plan)
    for (const planned of plan) {
      const isNew = !before.some(({ name }) => name === planned.name)
      if (isNew && planned.kind === 'remind' && planned.dueAt <= now) continue
      await putJob(campaignId, planned)
    }
    const pending = (await listJobs(campaignId)).filter(({ doneAt }) => !doneAt)
    const { revision } = await getCampaign(campaignId)
    if (revision === campaign.revision) return pending.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  }
}

/** Has a later deadline of one response settled when it passes. Comes before the write that gives it. */
export const armSweep = async (campaignId: string, closesAt: string, now: string): Promise<void> => {
  const sweep = sweepOf(closesAt)
  await markLive(campaignId)
  await putJob(campaignId, sweep)
  await scheduleJob({ ...sweep, campaignId }, now)
}

/** Planned once, and not any more at that instant. What somebody asked for by hand, and sweeps, were never planned. */
const isStale = ({ name, kind, dueAt, firedAt, facts }: Job, plan: readonly PlannedJob[]): boolean =>
  !firedAt &&
  kind !== 'sweep' &&
  kind !== 'delete' &&
  facts.by === undefined &&
  !plan.some((planned) => planned.name === name && planned.dueAt === dueAt)

const disarm = async (job: Job, plan: readonly PlannedJob[]): Promise<void> => {
  await cancelSchedule(scheduleNameOf(job))
  if (!plan.some(({ name }) => name === job.name)) await removeJob(job)
}
