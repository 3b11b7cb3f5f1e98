// What a schedule of EventBridge Scheduler is, as far as one machine serves it: in UTC, enabled, on the dot.
// Time zones, start and end dates, windows and anything unknown are refused, never silently ignored.
import { Cron } from 'croner'
import * as z from 'zod'

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }
export const DEFAULT_GROUP = 'default'

const isJson = (text: string): boolean => {
  try {
    return JSON.parse(text) !== undefined
  } catch {
    return false
  }
}

/**
 * When an expression is due first after an instant (both epoch milliseconds); `at` has its own instant, whatever
 * the time. NaN when it never is. AWS's cron has six fields, minutes to year, and its weekdays begin with SUN = 1.
 */
export const dueAfter = (expression: string, after: number): number => {
  const [, kind, inside = ''] = /^(at|rate|cron)\((.+)\)$/.exec(expression) ?? []
  if (kind === 'at') return instantOf(inside)
  if (kind === 'cron') return cronAfter(inside, after)
  const [, count, unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inside) ?? []
  return after + Number(count) * (UNIT_MS[unit] ?? NaN)
}

/** Date.parse takes 31 June for 1 July; a day that does not exist is refused here, as on AWS. */
const instantOf = (dateTime: string): number => {
  const instant = Date.parse(`${dateTime}Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString() === `${dateTime}.000Z` ? instant : NaN
}

const cronAfter = (fields: string, after: number): number => {
  try {
    const cron = new Cron(`0 ${fields}`, { mode: '7-part', timezone: 'UTC', alternativeWeekdays: true })
    return cron.nextRun(new Date(after))?.getTime() ?? NaN
  } catch {
    return NaN
  }
}

const Schedule = z.strictObject({
  GroupName: z.string().default(DEFAULT_GROUP),
  ScheduleExpression: z.string().refine((text) => !Number.isNaN(dueAfter(text, 0)), 'never due'),
  ScheduleExpressionTimezone: z.literal('UTC').default('UTC'),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF') }),
  ActionAfterCompletion: z.enum(['DELETE', 'NONE']).default('NONE'),
  State: z.literal('ENABLED').default('ENABLED'),
  Target: z.object({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().refine(isJson, 'not JSON').default('{}'),
  }),
  ClientToken: z.string().optional(),
  Description: z.string().optional(),
})

/** The body of a CreateSchedule or an UpdateSchedule. */
export const AskedSchedule = Schedule.refine(
  (schedule) => isRecurring(schedule) || schedule.ActionAfterCompletion === 'DELETE',
  'a one-time schedule is served with ActionAfterCompletion DELETE only',
)

/** As kept on disk; `dueAt` is that of a recurring schedule alone, since an `at` expression says its own. */
export const KeptSchedule = Schedule.extend({
  Name: z.string(),
  attempts: z.int().default(0),
  dueAt: z.number().optional(),
})
export type KeptSchedule = z.infer<typeof KeptSchedule>

/** Whether a schedule goes on after it has fired. */
export const isRecurring = ({ ScheduleExpression }: { ScheduleExpression: string }): boolean =>
  !ScheduleExpression.startsWith('at(')
