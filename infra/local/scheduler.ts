// The thinnest EventBridge Scheduler, by its own HTTP API: schedules kept on disk, armed again at start, the
// overdue ones fired once. Ours because no maintained package emulates it; time is the domain clock's.
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import * as z from 'zod'
import { AskedSchedule, DEFAULT_GROUP, dueAfter, isRecurring, KeptSchedule } from './schedule.ts'
import { writeWhole } from './write-whole.ts'

const RETRY_DELAYS_MS = [1000, 5000, 30_000, 60_000, 300_000]
/** setTimeout fires at once beyond 2^31 ms, and stands still while the machine sleeps: so it looks every minute. */
const LONGEST_WAIT_MS = 60_000
const RECURRING_GROUP = 'recurring'

type Options = {
  readonly dataDir: string
  /** Domain clock, epoch milliseconds. */
  readonly now: () => number
  readonly invoke: (functionName: string, input: unknown) => Promise<void>
  /** Waits before the second and later attempts; after the last one the run becomes a dead letter. */
  readonly retryDelaysMs?: readonly number[]
}
type Answer = { status: number; body: unknown; error?: string }

/** Serves the API with `handle`; nothing fires before `start`. Files: `schedules.json`, `dead-letters.json`. */
export const createScheduler = ({ dataDir, now, invoke, retryDelaysMs = RETRY_DELAYS_MS }: Options) => {
  const file = join(dataDir, 'schedules.json')
  const deadLetters = join(dataDir, 'dead-letters.json')
  const schedules = new Map(readList(file, KeptSchedule).map((schedule) => [keyOf(schedule), schedule]))
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  let started = false

  const keep = () => writeWhole(file, JSON.stringify([...schedules.values()]))

  const put = (asked: KeptSchedule) => {
    const dueAt = dueAfter(asked.ScheduleExpression, now())
    const schedule = { ...asked, attempts: 0, ...(isRecurring(asked) ? { dueAt } : {}) }
    schedules.set(keyOf(schedule), schedule)
    keep()
    arm(schedule)
  }

  const forget = (schedule: KeptSchedule) => {
    clearTimeout(timers.get(keyOf(schedule)))
    timers.delete(keyOf(schedule))
    schedules.delete(keyOf(schedule))
    keep()
  }

  const arm = (schedule: KeptSchedule, dueAt = dueAtOf(schedule)) => {
    clearTimeout(timers.get(keyOf(schedule)))
    if (!started) return
    const wake = () => (now() < dueAt ? arm(schedule, dueAt) : run(schedule))
    timers.set(keyOf(schedule), setTimeout(wake, Math.min(Math.max(dueAt - now(), 0), LONGEST_WAIT_MS)))
  }

  const run = (schedule: KeptSchedule) => {
    const done = fire(schedule).finally(() => running.delete(done))
    running.add(done)
  }

  const fire = async (schedule: KeptSchedule) => {
    const isCurrent = () => schedules.get(keyOf(schedule)) === schedule
    try {
      await invoke(schedule.Target.Arn.split(':').at(-1) ?? '', JSON.parse(schedule.Target.Input))
      if (isCurrent()) complete(schedule)
    } catch (error) {
      if (isCurrent()) retry(schedule, error)
    }
  }

  const complete = (schedule: KeptSchedule) => {
    const again = isRecurring(schedule) && !Number.isNaN(dueAfter(schedule.ScheduleExpression, now()))
    if (again) put(schedule)
    else forget(schedule)
  }

  const retry = (schedule: KeptSchedule, error: unknown) => {
    const delayMs = retryDelaysMs[schedule.attempts]
    if (delayMs === undefined) {
      const letter = { ...schedule, failedAt: new Date(now()).toISOString(), error: String(error) }
      writeWhole(deadLetters, JSON.stringify([...readList(deadLetters, z.unknown()), letter]))
      complete(schedule)
      return
    }
    schedule.attempts += 1
    keep()
    arm(schedule, now() + delayMs)
  }

  const write = (name: string, body: unknown, { creates }: { creates: boolean }): Answer => {
    const asked = AskedSchedule.safeParse(body)
    if (!asked.success) return refusal(400, 'ValidationException', z.prettifyError(asked.error))
    const schedule = { ...asked.data, Name: name, attempts: 0 }
    const known = schedules.has(keyOf(schedule))
    if (creates && known) return refusal(409, 'ConflictException', `Schedule ${name} already exists.`)
    if (!creates && !known) return missing(name)
    put(schedule)
    return ok({ ScheduleArn: arnOf(schedule) })
  }

  const answer = (method: string | undefined, url: URL, body: unknown): Answer => {
    const [, resource, name] = url.pathname.split('/')
    if (resource !== 'schedules')
      return refusal(404, 'UnknownOperationException', 'Only schedules are served.')
    if (name === undefined) return ok({ Schedules: listed([...schedules.values()], url.searchParams) })
    if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name)) return refusal(400, 'ValidationException', 'Bad name.')
    if (method === 'POST' || method === 'PUT') return write(name, body, { creates: method === 'POST' })
    const group = url.searchParams.get('groupName') ?? DEFAULT_GROUP
    const known = schedules.get(keyOf({ GroupName: group, Name: name }))
    if (!known) return missing(name)
    if (method !== 'DELETE') return ok(described(known))
    forget(known)
    return ok({})
  }

  /** A change of clock between two runs must not put off what recurs: it is due within one interval of now. */
  const isDue = (schedule: KeptSchedule | undefined, expression: string) =>
    schedule?.ScheduleExpression === expression && dueAtOf(schedule) <= dueAfter(expression, now())

  return {
    /** Keeps these functions recurring, each by its rate or cron expression, and no other under that group. */
    recur: (wanted: Readonly<Record<string, string>>): void => {
      for (const schedule of schedules.values()) {
        if (schedule.GroupName === RECURRING_GROUP && !(schedule.Name in wanted)) forget(schedule)
      }
      for (const [Name, ScheduleExpression] of Object.entries(wanted)) {
        const named = { GroupName: RECURRING_GROUP, Name }
        if (isDue(schedules.get(keyOf(named)), ScheduleExpression)) continue
        put(KeptSchedule.parse({ ...named, ScheduleExpression, ...EVERY, Target: targetOf(Name) }))
      }
    },
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const asked = await json(request).catch(() => undefined)
      const url = new URL(request.url ?? '/', 'http://localhost')
      const { status, body, error } = answer(request.method, url, asked)
      const headers = { 'content-type': 'application/json', ...(error ? { 'x-amzn-errortype': error } : {}) }
      response.writeHead(status, headers).end(JSON.stringify(body))
    },
    /** Arms what is kept; what fell due while nothing ran fires now, once. */
    start: () => {
      started = true
      for (const schedule of schedules.values()) arm(schedule)
    },
    /** Fires nothing more; resolves once what is running has ended. */
    stop: async () => {
      started = false
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

const EVERY = { FlexibleTimeWindow: { Mode: 'OFF' } }
const targetOf = (name: string) => ({
  Arn: `arn:aws:lambda:local:000000000000:function:${name}`,
  RoleArn: '',
})

type Named = Pick<KeptSchedule, 'GroupName' | 'Name'>

const keyOf = ({ GroupName, Name }: Named) => `${GroupName}/${Name}`
const arnOf = (schedule: Named) => `arn:aws:scheduler:local:000000000000:schedule/${keyOf(schedule)}`
const dueAtOf = ({ dueAt, ScheduleExpression }: KeptSchedule) => dueAt ?? dueAfter(ScheduleExpression, 0)

const ok = (body: unknown): Answer => ({ status: 200, body })
const refusal = (status: number, error: string, Message: string): Answer => ({
  status,
  body: { Message },
  error,
})
const missing = (name: string) =>
  refusal(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`)

const described = ({ attempts: _, dueAt: __, ClientToken: ___, ...schedule }: KeptSchedule) => ({
  ...schedule,
  Arn: arnOf(schedule),
})

/** Everything in one page, filtered as the API does. */
const listed = (all: KeptSchedule[], asked: URLSearchParams) =>
  all
    .filter(({ GroupName }) => GroupName === (asked.get('ScheduleGroup') ?? GroupName))
    .filter(({ Name }) => Name.startsWith(asked.get('NamePrefix') ?? ''))
    .map((schedule) => ({ ...described(schedule), Target: { Arn: schedule.Target.Arn } }))

const readList = <T>(path: string, item: z.ZodType<T>): T[] =>
  existsSync(path) ? z.array(item).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
