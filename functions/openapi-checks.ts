// The part of the description (openapi.ts) about what is checked in answers and written beside them.
import { Checks } from '../forms/checks-wire.ts'
import { SectionSaved } from '../forms/filling-wire.ts'
import { SaveNotes } from '../forms/notes-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const checksMessages = {
  'GET /responses/{id}/checks': {
    summary:
      'Les règles de cohérence du questionnaire, ce qu’elles lisent ailleurs, et les montants de l’année',
    reply: Checks,
  },
  'PUT /responses/{id}/notes/{name}': {
    summary:
      'Enregistre ce qui s’écrit à côté des réponses : « justifications » par règle, « reprises » à confirmer',
    body: SaveNotes,
    reply: SectionSaved,
    headers: ['If-Match'],
  },
} satisfies Partial<Record<RouteKey, Messages>>
