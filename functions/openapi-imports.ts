// What the API tells of imports.
import { ImportList, ImportPreview, ImportView, PrepareImport } from '../forms/import-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const importMessages = {
  'GET /imports': { summary: 'Les imports de ma Caf, le dernier d’abord', reply: ImportList },
  'POST /imports': {
    summary:
      'Lit un fichier CSV et dit, ligne par ligne, ce qu’il apporterait ; sans ligne fautive, il est gardé pour être confirmé (201)',
    body: PrepareImport,
    reply: ImportPreview,
    status: 201,
  },
  'GET /imports/{id}': { summary: 'Où en est un import', reply: ImportView },
  'POST /imports/{id}/confirmation': {
    summary: 'Fait ce que l’aperçu annonçait',
    reply: ImportView,
    status: 202,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
