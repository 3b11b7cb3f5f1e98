// The API as data: which handler answers which route, who may call it, and what it needs. The local adapter
// and the CDK app both read this table, so a route exists in both places or in neither.
import type { Action } from '../forms/access.ts'
import type { AccessKind } from '../forms/accesses.ts'
import { arms, links, type Needs, plans, reads, removes, session, slow, small, table } from './needs.ts'

export type Route = Needs & {
  /** File under functions/http, without extension. */
  readonly handler: string
  /**
   * `public`: no token. `signed-in`: any valid token, the handler answers about the caller only. Otherwise
   * the action that access.ts must allow on what the handler loads, before the body is parsed.
   */
  readonly who: 'public' | 'signed-in' | Action
}

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
  'PUT /responses/{id}/sections/{name}/confirmation': {
    handler: 'confirm-section',
    who: 'response:confirm',
    ...reads,
  },
  'GET /responses/{id}/checks': { handler: 'get-checks', who: 'response:read', ...reads },
  'PUT /responses/{id}/notes/{name}': { handler: 'save-notes', who: 'response:annotate', ...reads },
  'POST /responses/{id}/submission': {
    handler: 'submit-answers',
    who: 'response:submit',
    memoryMB: 1024,
    timeoutSeconds: 20,
    grants: [...table, 'receipts:sign'],
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
  'PUT /responses/{id}/deadline': { handler: 'extend-response', who: 'response:extend', ...arms },
  'POST /responses/{id}/correction': {
    handler: 'ask-correction',
    who: 'response:ask-correction',
    ...arms,
  },
  'PUT /responses/{id}/answers': {
    handler: 'correct-answers',
    who: 'response:correct',
    memoryMB: 1024,
    timeoutSeconds: 20,
    grants: [...table, 'receipts:sign'],
  },
  'GET /responses/{id}/submissions/{number}': {
    handler: 'get-submission',
    who: 'response:read',
    ...reads,
  },
  'GET /responses/{id}/last-year': { handler: 'get-last-year', who: 'response:read', ...reads },
  'GET /responses/{id}/messages': { handler: 'list-messages', who: 'response:read', ...reads },
  'POST /responses/{id}/messages': { handler: 'post-message', who: 'response:message', ...reads },
  'PUT /responses/{id}/messages/seen': { handler: 'mark-seen', who: 'response:message', ...reads },
  'POST /responses/{id}/validation': { handler: 'validate-response', who: 'response:validate', ...removes },
  'DELETE /responses/{id}/validation': {
    handler: 'withdraw-validation',
    who: 'response:validate',
    ...removes,
  },
  'GET /responses/{id}/documents': { handler: 'list-documents', who: 'response:read', ...reads },
  'POST /responses/{id}/documents': {
    handler: 'give-document',
    who: 'document:give',
    ...small,
    grants: [...table, 'table:delete', 'uploads:put', 'uploads:reuse'],
  },
  'POST /responses/{id}/documents/{document}/check': {
    handler: 'check-document',
    who: 'document:give',
    memoryMB: 1024,
    timeoutSeconds: 20,
    grants: [...table, 'table:delete', 'uploads:check'],
  },
  'GET /responses/{id}/documents/{document}': {
    handler: 'get-document',
    who: 'response:read',
    ...small,
    grants: [...table, 'uploads:read'],
  },
  'DELETE /responses/{id}/documents/{document}': {
    handler: 'remove-document',
    who: 'document:give',
    ...small,
    grants: [...table, 'table:delete', 'uploads:delete'],
  },
  'GET /upcoming': { handler: 'list-upcoming', who: 'signed-in', ...reads },
  'GET /open-campaigns': { handler: 'list-open-campaigns', who: 'signed-in', ...reads },
  'GET /waiting': { handler: 'list-waiting', who: 'signed-in', ...reads },
  'GET /campaigns': { handler: 'list-campaigns', who: 'signed-in', ...reads },
  'POST /campaigns': { handler: 'create-campaign', who: 'campaign:edit', ...plans },
  'GET /campaigns/{id}': {
    handler: 'get-campaign',
    who: 'campaign:read',
    ...reads,
  },
  'PATCH /campaigns/{id}': { handler: 'change-campaign', who: 'campaign:edit', ...plans },
  'DELETE /campaigns/{id}': {
    handler: 'delete-campaign',
    who: 'campaign:edit',
    ...small,
    grants: [...table, 'table:delete'],
  },
  'POST /campaigns/{id}/clone': { handler: 'clone-campaign', who: 'campaign:edit', ...reads },
  'POST /campaigns/{id}/reminders': {
    handler: 'remind-partners',
    who: 'campaign:remind',
    ...slow,
    grants: [...table, 'functions:invoke'],
  },
  'POST /campaigns/{id}/exports': {
    handler: 'start-export',
    who: 'campaign:export',
    ...small,
    grants: [...table, 'functions:invoke'],
  },
  'GET /campaigns/{id}/exports': { handler: 'list-exports', who: 'campaign:export', ...reads },
  'GET /exports/{id}': {
    handler: 'get-export',
    who: 'campaign:export',
    ...small,
    grants: [...table, 'exports:link'],
  },
  'GET /responses/{id}/answers.pdf': {
    handler: 'get-answers-pdf',
    who: 'response:read',
    ...reads,
    memoryMB: 1024,
  },
  'POST /campaigns/{id}/extensions': { handler: 'extend-several', who: 'response:extend', ...arms },
  'POST /campaigns/{id}/validations': {
    handler: 'validate-several',
    who: 'response:validate',
    ...slow,
    grants: [...table, 'table:delete'],
  },
  'GET /campaigns/{id}/summary': { handler: 'get-summary', who: 'campaign:read', ...reads },
  'POST /campaigns/{id}/responses': { handler: 'start-response', who: 'signed-in', ...reads },
  'GET /campaigns/{id}/responses': {
    handler: 'list-campaign-responses',
    who: 'campaign:read',
    ...reads,
  },
  'GET /calendar': { handler: 'get-calendar', who: 'signed-in', ...reads },
  'POST /calendar': {
    handler: 'create-calendar',
    who: 'signed-in',
    ...small,
    grants: [...table, 'table:delete', 'site:origin'],
  },
  'DELETE /calendar': {
    handler: 'revoke-calendar',
    who: 'signed-in',
    ...small,
    grants: [...table, 'table:delete'],
  },
  'GET /calendar.ics': {
    handler: 'get-calendar-feed',
    who: 'public',
    ...small,
    grants: ['table:read', 'site:origin'],
  },
  'GET /organisations': { handler: 'list-organisations', who: 'signed-in', ...reads },
  'POST /organisations': { handler: 'create-organisation', who: 'organisation:create', ...removes },
  'GET /organisations/{id}': { handler: 'get-organisation', who: 'organisation:read', ...reads },
  'GET /organisations/{id}/documents': { handler: 'list-folder', who: 'organisation:read', ...reads },
  'GET /organisations/{id}/responses': {
    handler: 'list-organisation-responses',
    who: 'organisation:read',
    ...reads,
  },
  'POST /organisations/{id}/members': { handler: 'invite-member', who: 'organisation:invite', ...reads },
  'PUT /organisations/{id}/members/{person}': {
    handler: 'change-member',
    who: 'organisation:manage',
    ...reads,
  },
  'DELETE /organisations/{id}/members/{person}': {
    handler: 'remove-member',
    who: 'organisation:manage',
    ...removes,
  },
  'GET /projects': { handler: 'list-projects', who: 'signed-in', ...reads },
  'POST /projects': { handler: 'create-project', who: 'project:create', ...reads },
  'GET /projects/{id}': { handler: 'get-project', who: 'project:read', ...reads },
  'PUT /projects/{id}/notifications/{schoolYear}': {
    handler: 'notify-project',
    who: 'project:notify',
    ...reads,
  },
  'GET /imports': { handler: 'list-imports', who: 'signed-in', ...reads },
  'POST /imports': {
    handler: 'prepare-import',
    who: 'import:run',
    memoryMB: 1024,
    timeoutSeconds: 30,
    // A preview judges each line by the code that will do it, which gives up what it could not finish.
    grants: [...table, 'table:delete'],
  },
  'GET /imports/{id}': { handler: 'get-import', who: 'import:run', ...reads },
  'POST /imports/{id}/confirmation': {
    handler: 'confirm-import',
    who: 'import:run',
    ...slow,
    grants: [...table, 'table:delete', 'functions:invoke'],
  },
  'GET /accesses': { handler: 'list-accesses', who: 'access:read', ...reads },
  'GET /notices': { handler: 'get-notices', who: 'public', ...small, grants: ['table:read'] },
  'PUT /notices': { handler: 'save-notices', who: 'notice:edit', ...reads },
  'GET /agents': { handler: 'list-agents', who: 'agent:read', ...reads },
  'POST /agents': { handler: 'invite-agent', who: 'agent:manage', ...reads },
  'PUT /agents/{person}': { handler: 'change-agent', who: 'agent:manage', ...reads },
  'DELETE /agents/{person}': { handler: 'remove-agent', who: 'agent:manage', ...removes },
  'GET /forms': { handler: 'list-forms', who: 'signed-in', ...reads },
  'POST /forms': { handler: 'create-form', who: 'form:edit', ...reads },
  'GET /forms/{id}': { handler: 'get-form', who: 'form:edit', ...reads },
  'POST /forms/{id}/draft': { handler: 'start-draft', who: 'form:edit', ...reads },
  'PUT /forms/{id}/draft': { handler: 'save-draft', who: 'form:edit', ...reads },
  'DELETE /forms/{id}/draft': { handler: 'give-up-draft', who: 'form:edit', ...removes },
  'PUT /forms/{id}/lock': { handler: 'take-lock', who: 'form:edit', ...reads },
  'DELETE /forms/{id}/lock': { handler: 'release-lock', who: 'form:edit', ...removes },
} as const satisfies Record<string, Route>

export type RouteKey = keyof typeof routes

/**
 * The routes whose use stands in the log of accesses: those that only read for agents alone, the others for everybody.
 * Autosaves of answers, marks of what was read and lists are left out: see forms/accesses.ts.
 */
export const logged: Partial<Record<RouteKey, AccessKind>> = {
  'GET /responses/{id}': 'response-read',
  'GET /responses/{id}/submissions/{number}': 'submission-read',
  'GET /responses/{id}/answers.pdf': 'answers-printed',
  'GET /responses/{id}/documents': 'documents-listed',
  'GET /responses/{id}/documents/{document}': 'document-read',
  'GET /organisations/{id}': 'organisation-read',
  'GET /organisations/{id}/documents': 'folder-read',
  'GET /exports/{id}': 'export-read',
  'GET /accesses': 'log-read',
  'POST /responses/{id}/submission': 'submission-made',
  'PUT /responses/{id}/sections/{name}/confirmation': 'section-confirmed',
  'POST /responses/{id}/documents': 'document-given',
  'DELETE /responses/{id}/documents/{document}': 'document-removed',
  'PUT /responses/{id}/deadline': 'deadline-changed',
  'POST /responses/{id}/correction': 'correction-asked',
  'PUT /responses/{id}/answers': 'answers-corrected',
  'POST /responses/{id}/messages': 'message-sent',
  'POST /responses/{id}/validation': 'validated',
  'DELETE /responses/{id}/validation': 'validation-withdrawn',
  'POST /campaigns/{id}/exports': 'export-asked',
  'POST /campaigns': 'campaign-created',
  'PATCH /campaigns/{id}': 'campaign-changed',
  'DELETE /campaigns/{id}': 'campaign-deleted',
  'POST /campaigns/{id}/clone': 'campaign-created',
  'POST /campaigns/{id}/reminders': 'partners-reminded',
  'POST /organisations': 'organisation-created',
  'POST /organisations/{id}/members': 'member-invited',
  'PUT /organisations/{id}/members/{person}': 'member-changed',
  'DELETE /organisations/{id}/members/{person}': 'member-removed',
  'POST /projects': 'project-created',
  'PUT /projects/{id}/notifications/{schoolYear}': 'project-notified',
  'POST /imports/{id}/confirmation': 'import-confirmed',
  'POST /agents': 'agent-invited',
  'PUT /agents/{person}': 'agent-changed',
  'DELETE /agents/{person}': 'agent-removed',
  'PUT /notices': 'notices-changed',
  'POST /forms': 'form-created',
  'POST /forms/{id}/draft': 'form-draft-started',
  'PUT /forms/{id}/draft': 'form-edited',
  'DELETE /forms/{id}/draft': 'form-draft-given-up',
}
