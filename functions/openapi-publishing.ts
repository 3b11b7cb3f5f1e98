// The part of the description (openapi.ts) about publishing questionnaires, their versions and what changes.
import * as wire from '../forms/publishing-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const publishingMessages = {
  'POST /forms/{id}/versions': {
    summary: 'Publie le brouillon : une version qui ne change plus',
    reply: wire.Published,
    status: 201,
    headers: ['If-Match'],
  },
  'GET /forms/{id}/versions/{version}': { summary: 'Une version publiée', reply: wire.VersionView },
  'GET /forms/{id}/changes': {
    summary:
      'Ce qui change d’une version à l’autre, ou au brouillon (?from=1&to=2, ?from=1&to=draft), en clair et en JSON Patch',
    reply: wire.ChangesView,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
