// The thinnest EventBridge Scheduler: one-time schedules by its own HTTP API, kept on disk, armed again at start,
// the overdue ones fired once. Ours because no maintained package emulates it; time is the domain clock's.
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { writeWhole } from './write-whole.ts'

const RETRY_DELAYS_MS = [1000, 5000, 30_000, 60_000, 300_000]
const MAX_TIMEOUT_MS = 2 ** 31 - 1

const Schedule = z.object({
  ScheduleExpression: z.string().regex(/^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)$/),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF') }),
  GroupName: z.string().optional(),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().default('{}') }),
})
const Kept = Schedule.extend({ Name: z.string(), attempts: z.int().default(0) })
type Kept = z.infer<typeof Kept>

type Options = {
  readonly dataDir: string
  /** Domain clock, epoch milliseconds. */
  readonly now: () => number
  readonly invoke: (functionName: string, input: unknown) => Promise<void>
}

/** Serves the API with `handle`; nothing fires before `start`. Files: `schedules.json`, `dead-letters.json`. */
export const createScheduler = ({ dataDir, now, invoke }: Options) => {
  const file = join(dataDir, 'schedules.json')
  const deadLetters = join(dataDir, 'dead-letters.json')
  const schedules = new Map(read(file).map((schedule) => [schedule.Name, schedule]))
  const timers = new Map<string, NodeJS.Timeout>()
  let started = false

  const keep = () => writeWhole(file, JSON.stringify([...schedules.values()]))

  const arm = (schedule: Kept, delayMs = dueAt(schedule) - now()) => {
    clearTimeout(timers.get(schedule.Name))
    if (!started) return
    const wait = Math.min(Math.max(delayMs, 0), MAX_TIMEOUT_MS)
    const timer = setTimeout(() => (delayMs > MAX_TIMEOUT_MS ? arm(schedule) : fire(schedule)), wait)
    timers.set(schedule.Name, timer)
  }

  const fire = async (schedule: Kept) => {
    const isCurrent = () => schedules.get(schedule.Name) === schedule
    if (!started || !isCurrent()) return
    try {
      await invoke(schedule.Target.Arn.split(':').at(-1) ?? '', JSON.parse(schedule.Target.Input))
      if (isCurrent()) forget(schedule.Name)
    } catch (error) {
      if (isCurrent()) retry(schedule, error)
    }
  }

  const retry = (schedule: Kept, error: unknown) => {
    const delayMs = RETRY_DELAYS_MS[schedule.attempts]
    if (delayMs === undefined) {
      const letter = { ...schedule, failedAt: new Date(now()).toISOString(), error: String(error) }
      writeWhole(deadLetters, JSON.stringify([...readJson(deadLetters), letter]))
      forget(schedule.Name)
      return
    }
    schedule.attempts += 1
    keep()
    arm(schedule, delayMs)
  }

  const forget = (name: string) => {
    clearTimeout(timers.get(name))
    timers.delete(name)
    schedules.delete(name)
    keep()
  }

  const put = (name: string, body: string) => {
    const schedule = { ...Schedule.parse(JSON.parse(body)), Name: name, attempts: 0 }
    schedules.set(name, schedule)
    keep()
    arm(schedule)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = decodeURIComponent(/^\/schedules\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '')
    const send = (status: number, body: unknown, error?: string) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(error ? { 'x-amzn-errortype': error } : {}),
        })
        .end(JSON.stringify(body))
    const refuse = (status: number, error: string, message: string) =>
      send(status, { Message: message }, error)
    const body = await text(request)
    const known = schedules.get(name)
    if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name))
      return void refuse(400, 'ValidationException', 'Bad schedule name')
    if (request.method === 'POST' && known) return void refuse(409, 'ConflictException', `${name} exists`)
    if (request.method !== 'POST' && !known)
      return void refuse(404, 'ResourceNotFoundException', `No ${name}`)
    if (request.method === 'DELETE') forget(name)
    else if (request.method === 'GET') return void send(200, known)
    else if (Schedule.safeParse(JSON.parse(body)).success) put(name, body)
    else return void refuse(400, 'ValidationException', 'Only at(...) with FlexibleTimeWindow OFF is served')
    send(200, { ScheduleArn: `arn:aws:scheduler:local:000000000000:schedule/default/${name}` })
  }

  return {
    handle,
    /** Arms what is kept; what fell due while nothing ran fires now, once. */
    start: () => {
      started = true
      for (const schedule of schedules.values()) arm(schedule)
    },
    stop: () => {
      started = false
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

const dueAt = ({ ScheduleExpression }: Kept): number => Date.parse(`${ScheduleExpression.slice(3, -1)}Z`)

const readJson = (path: string): unknown[] =>
  existsSync(path) ? z.array(z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8'))) : []

const read = (path: string): Kept[] => z.array(Kept).parse(readJson(path))
