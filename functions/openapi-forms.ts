// The part of the description (openapi.ts) about questionnaires and how a Caf edits them.
import * as editing from '../forms/editing-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const formMessages = {
  'GET /forms': {
    summary: 'Les questionnaires de ma Caf ; pour un concepteur, leurs brouillons et qui les modifie',
    reply: editing.FormList,
  },
  'POST /forms': {
    summary: 'Un nouveau questionnaire, en brouillon : vide, d’une version, ou d’un JSON importé',
    body: editing.NewForm,
    reply: editing.FormMade,
    status: 201,
  },
  'GET /forms/{id}': {
    summary: 'Un questionnaire, ses versions et son brouillon, avec l’ETag du brouillon ("0" sans brouillon)',
    reply: editing.FormView,
  },
  'POST /forms/{id}/draft': {
    summary: 'Commence un brouillon d’une version ; avec If-Match, à la place du brouillon qui existe',
    body: editing.StartDraft,
    reply: editing.FormView,
    status: 201,
  },
  'PUT /forms/{id}/draft': {
    summary: 'Enregistre le brouillon tel quel, et dit ce que les contrôles y trouvent',
    body: editing.SaveDraft,
    reply: editing.DraftSaved,
    headers: ['If-Match'],
  },
  'DELETE /forms/{id}/draft': { summary: 'Abandonne le brouillon', status: 204, headers: ['If-Match'] },
  'PUT /forms/{id}/lock': {
    summary: 'Prend, garde ou reprend la main sur un questionnaire, pour une minute',
    body: editing.TakeLock,
    reply: editing.Lock,
  },
  'DELETE /forms/{id}/lock': {
    summary: 'Rend la main',
    body: editing.ReleaseLock,
    status: 204,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
