// What a campaign does by itself, as items beside it: when it is due, how far it came, whether it is done. Fired
// schedules vanish, so these alone say what ran. Every change names the instant the job is due at: a run for a date
// that has been moved since can write nothing.
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { PlannedJob } from '../../forms/campaign-plan.ts'
import { JobKind } from '../../forms/nouns/campaign.ts'
import { Id, Instant } from '../../forms/nouns/scalars.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

export const Job = z.object({
  campaignId: Id,
  name: z.string(),
  kind: JobKind,
  dueAt: Instant,
  firedAt: Instant.optional(),
  doneAt: Instant.optional(),
  /** How far each partition came: where the next page starts, or `done`. */
  cursors: z.record(z.string(), z.string()).default({}),
  /** How many responses were dealt with, and how many of them stood in each state. */
  handled: z.int().default(0),
  counts: z.record(z.string(), z.int()).default({}),
  /** What whoever asked for it said. */
  facts: z.record(z.string(), z.string()).default({}),
  leaseId: z.string().optional(),
  /** Real time, epoch ms: a lease is between processes, and the domain clock may be set back. */
  leaseUntilMs: z.number().optional(),
  /** When the table may forget it, epoch seconds. */
  expiresAt: z.int().optional(),
})
export type Job = z.infer<typeof Job>

/** Longer than a page takes; a run that died holds the job no longer than this. */
export const LEASE_MS = 20_000

/** A job of a campaign, if there is one of that name. */
export const findJob = (campaignId: string, name: string): Promise<Job | undefined> =>
  findItem(keys.job(campaignId, name), Job)

/** All the jobs of a campaign. */
export const listJobs = async (campaignId: string): Promise<Job[]> =>
  (await queryRange(ranges.jobs(campaignId))).map((row) => Job.parse(row))

/**
 * Has a job due at an instant. One of that name due at another is begun afresh, one due at the same is left as it
 * is, done or not. True when something changed.
 */
export const putJob = (
  campaignId: string,
  planned: PlannedJob,
  facts: Record<string, string> = {},
  more: Pick<Job, 'expiresAt'> = {},
): Promise<boolean> => {
  const job: Job = { ...planned, campaignId, cursors: {}, handled: 0, counts: {}, facts, ...more }
  return putItem(keys.job(campaignId, planned.name), job, {
    condition: 'attribute_not_exists(pk) OR dueAt <> :dueAt',
    values: { ':dueAt': planned.dueAt },
  })
}

/** Takes back a job that is no longer meant, unless it has begun. */
export const removeJob = ({ campaignId, name, dueAt }: Job): Promise<boolean> =>
  deleteItem(keys.job(campaignId, name), {
    condition: 'dueAt = :dueAt AND attribute_not_exists(firedAt)',
    values: { ':dueAt': dueAt },
  })

/** The job held by this run alone, renewed at each page; undefined when it is done, moved, or held by another. */
export const takeJob = async (job: Job, now: string): Promise<Job | undefined> => {
  const leaseId = randomUUID()
  const taken = await updateItem(
    keys.job(job.campaignId, job.name),
    'SET leaseId = :leaseId, leaseUntilMs = :until, firedAt = if_not_exists(firedAt, :now)',
    {
      condition:
        'dueAt = :dueAt AND attribute_not_exists(doneAt) AND (attribute_not_exists(leaseId) OR leaseUntilMs < :nowMs)',
      values: {
        ':leaseId': leaseId,
        ':until': Date.now() + LEASE_MS,
        ':nowMs': Date.now(),
        ':now': now,
        ':dueAt': job.dueAt,
      },
    },
  )
  if (!taken) return undefined
  return findJob(job.campaignId, job.name)
}

type Progress = {
  readonly partition: string
  /** Where the next page starts; `done` after the last. */
  readonly cursor: string
  readonly handled: number
  readonly counts: Readonly<Record<string, number>>
}

/** Keeps how far a run came, in the write that renews its lease. False when the lease is lost: the run must stop. */
export const saveProgress = (
  job: Job,
  { partition, cursor, handled, counts }: Progress,
): Promise<boolean> => {
  const counted = Object.entries(counts)
  const set = counted.map(
    ([, __], i) => `counts.#count${i} = if_not_exists(counts.#count${i}, :zero) + :count${i}`,
  )
  return updateItem(
    keys.job(job.campaignId, job.name),
    `SET ${['cursors.#partition = :cursor', 'handled = handled + :handled', 'leaseUntilMs = :until', ...set].join(', ')}`,
    {
      condition: 'leaseId = :leaseId AND dueAt = :dueAt',
      names: {
        '#partition': partition,
        ...Object.fromEntries(counted.map(([name], i) => [`#count${i}`, name])),
      },
      values: {
        ':cursor': cursor,
        ':handled': handled,
        ':until': Date.now() + LEASE_MS,
        ':leaseId': job.leaseId,
        ':dueAt': job.dueAt,
        ...Object.fromEntries(counted.map(([, count], i) => [`:count${i}`, count])),
        ...(counted.length > 0 ? { ':zero': 0 } : {}),
      },
    },
  )
}

/** Ends a run: the job is done, or waits for another run to go on. */
export const leaveJob = (job: Job, { doneAt }: { doneAt?: string } = {}): Promise<boolean> =>
  updateItem(
    keys.job(job.campaignId, job.name),
    `${doneAt ? 'SET doneAt = :doneAt ' : ''}REMOVE leaseId, leaseUntilMs`,
    {
      condition: 'leaseId = :leaseId AND dueAt = :dueAt',
      values: {
        ':leaseId': job.leaseId,
        ':dueAt': job.dueAt,
        ...(doneAt ? { ':doneAt': doneAt } : {}),
      },
    },
  )
