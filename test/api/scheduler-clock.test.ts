// Days pass here in no time: the timers are vitest's, the schedules are those a killed process left on disk.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createScheduler } from '../../infra/local/scheduler.ts'

const DAY_MS = 86_400_000
const NOON = Date.parse('2026-06-10T12:00:00Z')
let dataDir: string
/** What the clock has advanced by while the machine slept: its timers stood still. */
let sleptMs: number
let fired: string[]
let scheduler: ReturnType<typeof createScheduler>

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  dataDir = mkdtempSync(join(tmpdir(), 'echeance-scheduler-clock-'))
  sleptMs = 0
  fired = []
})
afterEach(async () => {
  await scheduler.stop()
  vi.useRealTimers()
  rmSync(dataDir, { recursive: true, force: true })
})

const now = () => Date.now() + sleptMs
const kept = () => JSON.parse(readFileSync(join(dataDir, 'schedules.json'), 'utf8'))

const startWith = (ScheduleExpression: string, rest: { dueAt?: number } = {}) => {
  const Target = { Arn: 'arn:aws:lambda:eu-west-3:000000000000:function:close-campaign', RoleArn: 'r' }
  const FlexibleTimeWindow = { Mode: 'OFF' }
  writeFileSync(
    join(dataDir, 'schedules.json'),
    JSON.stringify([{ Name: 'x', ScheduleExpression, FlexibleTimeWindow, Target, ...rest }]),
  )
  scheduler = createScheduler({
    dataDir,
    now,
    invoke: async () => void fired.push(new Date(now()).toISOString()),
  })
  scheduler.start()
}

describe('a one-time schedule', () => {
  it('further off than a timer can count fires then, not before', async () => {
    startWith('at(2026-08-09T12:00:00)')
    await vi.advanceTimersByTimeAsync(60 * DAY_MS - 1)
    expect(fired).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(fired).toEqual(['2026-08-09T12:00:00.000Z'])
    expect(kept()).toEqual([])
  })

  it('that fell due while the machine slept fires within a minute of its waking', async () => {
    startWith('at(2026-06-10T20:00:00)')
    await vi.advanceTimersByTimeAsync(1000)
    sleptMs = DAY_MS / 2
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fired).toHaveLength(1)
  })
})

describe('a recurring schedule', () => {
  it('fires at every turn', async () => {
    startWith('cron(0 0 * * ? *)', { dueAt: NOON + DAY_MS / 2 })
    await vi.advanceTimersByTimeAsync(3 * DAY_MS)
    expect(fired).toEqual([11, 12, 13].map((day) => `2026-06-${day}T00:00:00.000Z`))
  })

  it('that missed many turns fires once at the next start, and goes on', async () => {
    startWith('rate(1 minute)', { dueAt: NOON - DAY_MS })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(fired).toEqual(['2026-06-10T12:00:00.000Z'])
    expect(kept()).toMatchObject([{ Name: 'x', dueAt: NOON + 60_000 }])
    await vi.advanceTimersByTimeAsync(1)
    expect(fired).toHaveLength(2)
  })

  it('without another turn is gone', async () => {
    startWith('cron(0 13 10 6 ? 2026)', { dueAt: NOON + DAY_MS / 24 })
    await vi.advanceTimersByTimeAsync(DAY_MS)
    expect(fired).toHaveLength(1)
    expect(kept()).toEqual([])
  })
})

describe('what recurs by the route table', () => {
  const recurring = () => kept().map((schedule: { Name: string; dueAt: number }) => schedule.Name)

  it('fires at its rate, and is kept as it was by the next start', async () => {
    startWith('at(2026-08-09T12:00:00)')
    scheduler.recur({ 'drain-history': 'rate(1 minute)' })
    await vi.advanceTimersByTimeAsync(30_000)
    scheduler.recur({ 'drain-history': 'rate(1 minute)' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(fired).toEqual(['2026-06-10T12:01:00.000Z'])
  })

  it('goes when the table no longer says so; one-time schedules stay', () => {
    startWith('at(2026-08-09T12:00:00)')
    scheduler.recur({ 'drain-history': 'rate(1 minute)', 'close-campaign': 'rate(1 hour)' })
    scheduler.recur({ 'close-campaign': 'rate(1 day)' })
    expect(recurring()).toEqual(['x', 'close-campaign'])
    expect(kept()[1]).toMatchObject({ ScheduleExpression: 'rate(1 day)', dueAt: NOON + DAY_MS })
  })

  it('is not put off when the clock was further on at the last start', () => {
    startWith('at(2026-08-09T12:00:00)')
    sleptMs = 30 * DAY_MS
    scheduler.recur({ 'drain-history': 'rate(1 minute)' })
    sleptMs = 0
    scheduler.recur({ 'drain-history': 'rate(1 minute)' })
    expect(kept()[1]).toMatchObject({ dueAt: NOON + 60_000 })
  })
})
