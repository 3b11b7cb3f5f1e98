// What runs by itself as data: what EventBridge Scheduler starts, how often, and what an event starts.
import { type Needs, plans, reads, small, table, works } from './needs.ts'

export type Scheduled = Needs & {
  /**
   * How often it runs by itself, in EventBridge Scheduler's words (`rate(1 minute)`, or `cron(…)` in UTC), with
   * `{}` as input; without it, only schedules made at run time start it.
   */
  readonly every?: string
}

/** What EventBridge Scheduler starts; each is a file under functions/scheduled. */
export const schedules = {
  'open-campaign': works,
  'send-reminders': works,
  'extend-campaign': works,
  'move-campaign': works,
  'run-import': { ...works, grants: [...works.grants, 'table:delete'] },
  // Each deadline has its own sweep; the hourly one settles whatever a lost trigger left.
  'close-campaign': { ...works, every: 'rate(1 hour)' },
  // Started when an agent asks for an export, and again by itself until its file is whole.
  'write-export': { ...works, grants: [...works.grants, 'exports:write', 'uploads:archive'] },
  // Deletes what was kept as long as its campaign says; an hour that was lost is made up for by the next.
  'delete-expired': {
    ...works,
    grants: [...works.grants, 'table:delete', 'uploads:delete'],
    every: 'rate(1 hour)',
  },
  // Proves every day, and more often, that nothing is missing or stale; it also goes on with what was interrupted.
  'reconcile-campaigns': {
    ...works,
    grants: [...plans.grants, 'schedules:read'],
    every: 'rate(10 minutes)',
  },
  'drain-history': {
    ...small,
    timeoutSeconds: 60,
    grants: [...table, 'table:delete', 'uploads:delete'],
    every: 'rate(1 minute)',
  },
  'deliver-mail': {
    ...small,
    timeoutSeconds: 60,
    grants: [...table, 'mail:send', 'site:origin'],
    every: 'rate(1 minute)',
  },
} as const satisfies Record<string, Scheduled>

export type ScheduledName = keyof typeof schedules

export type OnEvent = Needs & { readonly source: string; readonly detailTypes: readonly string[] }

/** What EventBridge starts on an event; each is a file under functions/events, which says what it reads of it. */
export const events = {
  'record-return': {
    ...reads,
    source: 'aws.ses',
    detailTypes: ['Email Bounced', 'Email Complaint Received'],
  },
} as const satisfies Record<string, OnEvent>
