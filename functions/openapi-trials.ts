// The part of the description (openapi.ts) about trials of questionnaires.
import { Checks } from '../forms/checks-wire.ts'
import { SaveSection, SectionSaved, Submit, Submitted } from '../forms/filling-wire.ts'
import { SaveNotes } from '../forms/notes-wire.ts'
import { ResponseView } from '../forms/response-wire.ts'
import { TrialBegun } from '../forms/trials-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const trialMessages = {
  'POST /forms/{id}/trials': {
    summary:
      'Commence un essai du brouillon tel qu’il est enregistré : un lien pour les agents de la Caf, pendant 7 jours',
    reply: TrialBegun,
    status: 201,
  },
  'GET /trials/{id}': {
    summary: 'Un essai, tel qu’un dossier se lit, avec la définition essayée et son ETag',
    reply: ResponseView,
  },
  'GET /trials/{id}/checks': { summary: 'De quoi contrôler les réponses d’un essai', reply: Checks },
  'PUT /trials/{id}/sections/{name}': {
    summary: 'Enregistre une partie d’un essai',
    body: SaveSection,
    reply: SectionSaved,
    headers: ['If-Match'],
  },
  'PUT /trials/{id}/notes/{name}': {
    summary: 'Enregistre les explications d’un essai',
    body: SaveNotes,
    reply: SectionSaved,
    headers: ['If-Match'],
  },
  'POST /trials/{id}/submission': {
    summary:
      'Contrôle les réponses d’un essai comme à l’envoi ; rien n’est transmis, et le reçu n’est pas signé',
    body: Submit,
    reply: Submitted,
    status: 201,
    headers: ['If-Match', 'Idempotency-Key'],
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
