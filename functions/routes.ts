// The API as data: which handler answers which route, who may call it, and what it needs. The local adapter
// and the CDK app both read this table, so a route exists in both places or in neither.
import type { Action } from '../forms/access.ts'

type Grant = 'table:read' | 'table:write' | 'receipts:sign'

export type Route = {
  /** File under functions/http, without extension. */
  readonly handler: string
  /**
   * `public`: no token. `signed-in`: any valid token, the handler answers about the caller only. Otherwise
   * the action that access.ts must allow on what the handler loads, before the body is parsed.
   */
  readonly who: 'public' | 'signed-in' | Action
  readonly grants: readonly Grant[]
}

export const routes = {
  'GET /me': { handler: 'get-me', who: 'signed-in', grants: ['table:read', 'table:write'] },
  'POST /session': { handler: 'open-session', who: 'public', grants: [] },
  'DELETE /session': { handler: 'close-session', who: 'public', grants: [] },
  'GET /openapi.json': { handler: 'get-openapi', who: 'public', grants: [] },
  'GET /responses': { handler: 'list-responses', who: 'signed-in', grants: ['table:read', 'table:write'] },
  'GET /responses/{id}': {
    handler: 'get-response',
    who: 'response:read',
    grants: ['table:read', 'table:write'],
  },
  'PUT /responses/{id}/sections/{name}': {
    handler: 'save-section',
    who: 'response:save',
    grants: ['table:read', 'table:write'],
  },
  'POST /responses/{id}/submission': {
    handler: 'submit-answers',
    who: 'response:submit',
    grants: ['table:read', 'table:write', 'receipts:sign'],
  },
  'GET /responses/{id}/receipt': {
    handler: 'get-receipt',
    who: 'response:read',
    grants: ['table:read', 'table:write'],
  },
  'GET /responses/{id}/history': {
    handler: 'list-history',
    who: 'response:read',
    grants: ['table:read', 'table:write'],
  },
  'GET /campaigns': { handler: 'list-campaigns', who: 'signed-in', grants: ['table:read', 'table:write'] },
  'GET /campaigns/{id}': {
    handler: 'get-campaign',
    who: 'campaign:read',
    grants: ['table:read', 'table:write'],
  },
  'GET /campaigns/{id}/responses': {
    handler: 'list-campaign-responses',
    who: 'campaign:read',
    grants: ['table:read', 'table:write'],
  },
} as const satisfies Record<string, Route>

export type RouteKey = keyof typeof routes

/** What EventBridge Scheduler starts; each is a file under functions/scheduled. */
export const schedules = {
  'close-campaign': { grants: ['table:read', 'table:write'] },
  'drain-history': { grants: ['table:read', 'table:write'] },
} as const satisfies Record<string, { readonly grants: readonly Grant[] }>

export type ScheduledName = keyof typeof schedules
