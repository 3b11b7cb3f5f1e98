// The API as data: which handler answers which route, who may call it, and what it needs. The local adapter
// and the CDK app both read this table, so a route exists in both places or in neither.
import type { Action } from '../forms/access.ts'

/** `identity:tokens` and `site:origin` need no permission, only to know where the provider and the site are. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'receipts:sign'
  | 'identity:tokens'
  | 'site:origin'
  | 'mail:send'
  | 'schedules:write'
  | 'functions:invoke'

/** What a function needs to run on AWS. Memory and timeout come from `npm run bench`, with room for a cold start. */
export type Needs = {
  readonly grants: readonly Grant[]
  readonly memoryMB: number
  readonly timeoutSeconds: number
}

export type Route = Needs & {
  /** File under functions/http, without extension. */
  readonly handler: string
  /**
   * `public`: no token. `signed-in`: any valid token, the handler answers about the caller only. Otherwise
   * the action that access.ts must allow on what the handler loads, before the body is parsed.
   */
  readonly who: 'public' | 'signed-in' | Action
}

const small = { memoryMB: 512, timeoutSeconds: 10 } as const
const reads = { ...small, grants: ['table:read', 'table:write'] } as const
const links = { ...small, grants: ['table:read', 'table:write', 'site:origin'] } as const
/** What plans a campaign, or begins long work before it answers: a slice of a few seconds, then by invocation. */
const plans = {
  memoryMB: 512,
  timeoutSeconds: 30,
  grants: ['table:read', 'table:write', 'schedules:write', 'functions:invoke'],
} as const
const session = { ...small, grants: ['identity:tokens'] } as const

export const routes = {
  'GET /me': { handler: 'get-me', who: 'signed-in', ...reads },
  'POST /session': { handler: 'open-session', who: 'public', ...session },
  'DELETE /session': { handler: 'close-session', who: 'public', ...session },
  'GET /openapi.json': { handler: 'get-openapi', who: 'public', ...small, grants: [] },
  'GET /responses': { handler: 'list-responses', who: 'signed-in', ...reads },
  'GET /responses/{id}': {
    handler: 'get-response',
    who: 'response:read',
    ...reads,
  },
  'PUT /responses/{id}/sections/{name}': {
    handler: 'save-section',
    who: 'response:save',
    ...reads,
  },
  'POST /responses/{id}/submission': {
    handler: 'submit-answers',
    who: 'response:submit',
    memoryMB: 1024,
    timeoutSeconds: 20,
    grants: ['table:read', 'table:write', 'receipts:sign'],
  },
  'GET /responses/{id}/receipt': {
    handler: 'get-receipt',
    who: 'response:read',
    ...reads,
  },
  'GET /responses/{id}/receipt.pdf': {
    handler: 'get-receipt-pdf',
    who: 'response:read',
    ...links,
    memoryMB: 1024,
  },
  'GET /responses/{id}/history': {
    handler: 'list-history',
    who: 'response:read',
    ...reads,
  },
  'PUT /responses/{id}/deadline': { handler: 'extend-response', who: 'response:extend', ...plans },
  'POST /responses/{id}/correction': {
    handler: 'ask-correction',
    who: 'response:ask-correction',
    ...plans,
  },
  'GET /campaigns': { handler: 'list-campaigns', who: 'signed-in', ...reads },
  'POST /campaigns': { handler: 'create-campaign', who: 'campaign:edit', ...plans },
  'GET /campaigns/{id}': {
    handler: 'get-campaign',
    who: 'campaign:read',
    ...reads,
  },
  'PATCH /campaigns/{id}': { handler: 'change-campaign', who: 'campaign:edit', ...plans },
  'DELETE /campaigns/{id}': { handler: 'delete-campaign', who: 'campaign:edit', ...reads },
  'POST /campaigns/{id}/clone': { handler: 'clone-campaign', who: 'campaign:edit', ...reads },
  'POST /campaigns/{id}/reminders': { handler: 'remind-partners', who: 'campaign:remind', ...plans },
  'POST /campaigns/{id}/responses': { handler: 'start-response', who: 'signed-in', ...reads },
  'GET /campaigns/{id}/responses': {
    handler: 'list-campaign-responses',
    who: 'campaign:read',
    ...reads,
  },
  'GET /calendar': { handler: 'get-calendar', who: 'signed-in', ...reads },
  'POST /calendar': { handler: 'create-calendar', who: 'signed-in', ...links },
  'DELETE /calendar': { handler: 'revoke-calendar', who: 'signed-in', ...reads },
  'GET /calendar.ics': { handler: 'get-calendar-feed', who: 'public', ...links },
  'GET /projects': { handler: 'list-projects', who: 'signed-in', ...reads },
  'GET /forms': { handler: 'list-forms', who: 'signed-in', ...reads },
} as const satisfies Record<string, Route>

export type RouteKey = keyof typeof routes

export type Scheduled = Needs & {
  /**
   * How often it runs by itself, in EventBridge Scheduler's words (`rate(1 minute)`, or `cron(…)` in UTC), with
   * `{}` as input; without it, only schedules made at run time start it.
   */
  readonly every?: string
}

const works = { ...plans, memoryMB: 1024, timeoutSeconds: 600 } as const

/** What EventBridge Scheduler starts; each is a file under functions/scheduled. */
export const schedules = {
  'open-campaign': works,
  'send-reminders': works,
  'extend-campaign': works,
  // Each deadline has its own sweep; the hourly one settles whatever a lost trigger left.
  'close-campaign': { ...works, every: 'rate(1 hour)' },
  // Proves every day, and more often, that nothing is missing or stale; it also goes on with what was interrupted.
  'reconcile-campaigns': { ...works, every: 'rate(10 minutes)' },
  'drain-history': { ...reads, timeoutSeconds: 60, every: 'rate(1 minute)' },
  'deliver-mail': {
    ...small,
    timeoutSeconds: 60,
    grants: ['table:read', 'table:write', 'mail:send', 'site:origin'],
    every: 'rate(1 minute)',
  },
} as const satisfies Record<string, Scheduled>

export type ScheduledName = keyof typeof schedules

/** What EventBridge starts on an event; each is a file under functions/events, which says what it reads of it. */
export const events = {
  'record-return': {
    ...reads,
    source: 'aws.ses',
    detailTypes: ['Email Bounced', 'Email Complaint Received'],
  },
} as const satisfies Record<
  string,
  Needs & { readonly source: string; readonly detailTypes: readonly string[] }
>
