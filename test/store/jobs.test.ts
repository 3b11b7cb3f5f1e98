import { describe, expect, it } from 'vitest'
import { runJob, type Work } from '../../functions/campaigns/run.ts'
import { findJob, leaveJob, putJob, removeJob, saveProgress, takeJob } from '../../functions/store/jobs.ts'
import { useTable } from '../support/table.ts'

useTable()

const NOW = '2024-07-12T22:01:00.000Z'
const planned = (name: string, dueAt = NOW) => ({ name, kind: 'close', dueAt }) as const
const made = async (name: string, dueAt = NOW) => {
  await putJob('c', planned(name, dueAt))
  return taken(name)
}
const taken = async (name: string) => {
  const job = await findJob('c', name)
  if (!job) throw new Error('no job')
  return job
}
const run = (work: Work, job: string, budgetMs = 10_000) =>
  runJob(work, { campaignId: 'c', job, now: NOW, budgetMs })

/** Three pages a partition. */
const counting = (pages: string[], onPage: (page: string) => void = () => {}): Work => ({
  partitions: ['0', '1'],
  page: async ({ partition, from }) => {
    const page = `${partition}/${from ?? '1'}`
    onPage(page)
    pages.push(page)
    const next = Number(from ?? 1) + 1
    return { handled: 10, counts: { missed: 10 }, next: next > 3 ? undefined : String(next) }
  },
})
const all = ['0/1', '0/2', '0/3', '1/1', '1/2', '1/3']

describe('a job', () => {
  it('is held by one run at a time', async () => {
    const job = await made('held')
    const runs = await Promise.all(Array.from({ length: 6 }, () => takeJob(job, NOW)))
    expect(runs.filter(Boolean)).toHaveLength(1)
    expect(await run(counting([]), 'held')).toBe('held')
  })

  it('whose date is moved begins afresh, and the run for the old date can write nothing', async () => {
    const held = await takeJob(await made('moved'), NOW)
    if (!held) throw new Error('not taken')
    await saveProgress(held, { partition: '0', cursor: 'x', handled: 3, counts: {} })
    expect(await putJob('c', planned('moved'))).toBe(false)
    expect(await putJob('c', planned('moved', '2024-07-19T22:01:00.000Z'))).toBe(true)
    expect(await saveProgress(held, { partition: '0', cursor: 'y', handled: 3, counts: {} })).toBe(false)
    expect(await leaveJob(held, { doneAt: NOW })).toBe(false)
    expect(await taken('moved')).toMatchObject({ cursors: {}, handled: 0, dueAt: '2024-07-19T22:01:00.000Z' })
  })

  it('that has begun is not taken back', async () => {
    const job = await made('begun')
    await takeJob(job, NOW)
    expect(await removeJob(job)).toBe(false)
    expect(await removeJob(await made('waiting'))).toBe(true)
  })
})

describe('a run', () => {
  it('does every page once and counts what it did', async () => {
    await made('whole')
    const pages: string[] = []
    expect(await run(counting(pages), 'whole')).toBe('done')
    expect(pages.toSorted()).toEqual(all)
    expect(await taken('whole')).toMatchObject({ handled: 60, counts: { missed: 60 }, doneAt: NOW })
    expect(await run(counting(pages), 'whole')).toBe('done')
    expect(pages).toHaveLength(6)
  })

  it('goes on where one that failed left off', async () => {
    await made('failed')
    const pages: string[] = []
    const failing = counting(pages, (page) => {
      if (page === '1/2') throw new Error('the page failed')
    })
    await expect(run(failing, 'failed')).rejects.toThrow('the page failed')
    expect(await run(counting(pages), 'failed')).toBe('done')
    expect(pages.toSorted()).toEqual(all)
    expect(await taken('failed')).toMatchObject({ handled: 60 })
  })

  it('whose time is up leaves the rest to another', async () => {
    await made('slices')
    const pages: string[] = []
    expect(await run(counting(pages), 'slices', 0)).toBe('unfinished')
    expect(await run(counting(pages), 'slices')).toBe('done')
    expect(pages.toSorted()).toEqual(all)
  })

  it('that comes before its time does nothing', async () => {
    await made('early', '2024-07-12T22:01:00.001Z')
    const pages: string[] = []
    expect(await run(counting(pages), 'early')).toBe('waits')
    expect(pages).toEqual([])
  })

  it('that is throttled tries its page again', async () => {
    await made('throttled')
    const pages: string[] = []
    let refusals = 3
    const throttled = counting(pages, () => {
      refusals -= 1
      if (refusals >= 0) throw Object.assign(new Error(), { name: 'ProvisionedThroughputExceededException' })
    })
    expect(await run(throttled, 'throttled')).toBe('done')
    expect(pages.toSorted()).toEqual(all)
  })
})
