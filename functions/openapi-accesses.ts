// The part of the description (openapi.ts) about the log of accesses and what the law has a Caf say.
import { AccessList } from '../forms/accesses.ts'
import { NoticesView, SaveNotices } from '../forms/notices.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const accessMessages = {
  'GET /accesses': {
    summary: 'Le journal des accès de ma Caf : qui a lu ou changé quoi (?person, response, from, to, next)',
    reply: AccessList,
  },
  'GET /notices': {
    summary: 'Ce que dit une Caf (?caf) de l’accessibilité et des données personnelles',
    reply: NoticesView,
  },
  'PUT /notices': { summary: 'Change ce que dit ma Caf', body: SaveNotices, reply: NoticesView },
} as const satisfies Partial<Record<RouteKey, Messages>>
