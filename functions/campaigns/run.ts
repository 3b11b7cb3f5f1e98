// Long work, by the page: each page is done, then kept in the job item by a write that renews the lease, so that a
// run that dies, or whose time is up, leaves the rest to another. Doing a page twice changes nothing. Memory holds one
// page a partition, whatever the number of responses.
import { invokeLater } from '../external/functions.ts'
import { findJob, type Job, LEASE_MS, leaveJob, saveProgress, takeJob } from '../store/jobs.ts'
import { patiently } from '../store/throttling.ts'
import { functionOf } from './plan.ts'

/** Under the ten minutes a run may take (design §3), with time to leave the job in order. */
const RUN_MS = 9 * 60_000
/** What a request does before it answers; the rest goes on by itself. */
const SLICE_MS = 3_000
export const PAGE = 100
/** Responses of a page dealt with at the same time; there are ten partitions. */
export const FEW = 5

type PageDone = {
  readonly handled: number
  readonly counts?: Readonly<Record<string, number>>
  readonly next?: string | undefined
}

type PageRequest = {
  readonly job: Job
  readonly partition: string
  readonly from: string | undefined
  readonly now: string
}

export type Work = {
  readonly partitions: readonly string[]
  /** What must hold before the first page of a run; false puts the work off. */
  readonly ready?: (job: Job, now: string) => Promise<boolean>
  readonly page: (request: PageRequest) => Promise<PageDone>
  /** Once every partition is done; told the job as it then stands. Runs again if the process dies right after. */
  readonly finish?: (job: Job, now: string) => Promise<void>
}

/** `done` also when there was nothing to do; `held` when another run is at it; `waits` when it is not yet time. */
export type Outcome = 'done' | 'unfinished' | 'held' | 'waits'

type Run = {
  readonly campaignId: string
  readonly job: string
  readonly now: string
  readonly budgetMs: number
}

/** Runs a job from where it stands until it is done or the time is up. */
export const runJob = async (work: Work, { campaignId, job: name, now, budgetMs }: Run): Promise<Outcome> => {
  const waiting = await findJob(campaignId, name)
  if (!waiting || waiting.doneAt) return 'done'
  if (waiting.dueAt > now) return 'waits'
  const job = await takeJob(waiting, now)
  if (!job) return 'held'
  try {
    if (work.ready && !(await work.ready(job, now))) return await left(job, 'waits')
    const until = Date.now() + budgetMs
    const parts = await Promise.allSettled(
      work.partitions.map((partition) => runPartition(work, { job, partition, now, until })),
    )
    for (const part of parts) if (part.status === 'rejected') throw part.reason
    if (!parts.every((part) => part.status === 'fulfilled' && part.value))
      return await left(job, 'unfinished')
    await work.finish?.((await findJob(campaignId, name)) ?? job, now)
    return (await leaveJob(job, { doneAt: now })) ? 'done' : 'held'
  } catch (error) {
    await leaveJob(job)
    throw error
  }
}

/**
 * Runs a job as a scheduled function does: for ten minutes at most, then goes on by another invocation. One that is
 * held is waited for a little longer than a lease lasts: by then its holder has shown that it lives, or has let go.
 */
export const runScheduled = async (
  work: Work,
  campaignId: string,
  name: string,
  now: string,
): Promise<Outcome> => {
  const run = { campaignId, job: name, now, budgetMs: RUN_MS }
  const until = Date.now() + LEASE_MS * 1.25
  let outcome = await runJob(work, run)
  while (outcome === 'held' && Date.now() < until) {
    await new Promise((done) => setTimeout(done, LEASE_MS / 10))
    outcome = await runJob(work, run)
  }
  const job = outcome === 'unfinished' ? await findJob(campaignId, name) : undefined
  if (job) await invokeLater(functionOf[job.kind], { campaignId, job: name })
  return outcome
}

/** Begins jobs that are due within a request, for a few seconds; the rest goes on by itself. */
export const beginJobs = async (
  jobs: readonly Pick<Job, 'campaignId' | 'name' | 'kind'>[],
  works: Partial<Record<Job['kind'], Work>>,
  now: string,
): Promise<void> => {
  for (const { campaignId, name, kind } of jobs) {
    const work = works[kind]
    const outcome = work
      ? await runJob(work, { campaignId, job: name, now, budgetMs: SLICE_MS })
      : 'unfinished'
    if (outcome === 'unfinished') await invokeLater(functionOf[kind], { campaignId, job: name })
  }
}

const left = async (job: Job, outcome: Outcome): Promise<Outcome> => {
  await leaveJob(job)
  return outcome
}

type Partition = { job: Job; partition: string; now: string; until: number }

/** True when the partition is done; false when the time is up or the lease is lost. */
const runPartition = async (work: Work, { job, partition, now, until }: Partition): Promise<boolean> => {
  let cursor = job.cursors[partition]
  while (cursor !== 'done') {
    if (Date.now() >= until) return false
    const from = cursor
    const { handled, counts = {}, next } = await patiently(() => work.page({ job, partition, from, now }))
    const saved = await patiently(() =>
      saveProgress(job, { partition, cursor: next ?? 'done', handled, counts }),
    )
    if (!saved) return false
    cursor = next ?? 'done'
  }
  return true
}

/** The partitions of a campaign's responses and of a Caf's projects. */
export const asPartitions = (shards: readonly number[]): string[] => shards.map(String)
