// The part of the description (openapi.ts) about taking answers away: exports and PDF.
import * as wire from '../forms/exports/wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const exportMessages = {
  'POST /campaigns/{id}/exports': {
    summary:
      'Demande un fichier des dossiers d’une campagne, tous ou ceux d’un filtre ; il s’écrit de lui-même',
    body: wire.StartExport,
    reply: wire.ExportView,
    status: 202,
  },
  'GET /campaigns/{id}/exports': {
    summary: 'Les exports d’une campagne dont le fichier est gardé, et ceux qui s’écrivent',
    reply: wire.ExportList,
  },
  'GET /exports/{id}': {
    summary: 'Où en est un export ; une fois prêt, l’adresse de son fichier, valable cinq minutes',
    reply: wire.ExportLink,
  },
  'GET /responses/{id}/answers.pdf': { summary: 'Les réponses transmises d’un dossier, en PDF' },
} as const satisfies Partial<Record<RouteKey, Messages>>
