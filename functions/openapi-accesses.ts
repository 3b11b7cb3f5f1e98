// The part of the description (openapi.ts) about the log of accesses and what the law has a Caf say.
import { AccessList } from '../forms/accesses.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const accessMessages = {
  'GET /accesses': {
    summary: 'Le journal des accès de ma Caf : qui a lu ou changé quoi (?person, response, from, to, next)',
    reply: AccessList,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
