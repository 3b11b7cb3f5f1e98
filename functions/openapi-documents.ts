// The part of the description (openapi.ts) about documents.
import * as documents from '../forms/documents-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const documentMessages = {
  'GET /responses/{id}/documents': {
    summary: 'Les documents d’un dossier, et la place qui reste',
    reply: documents.DocumentList,
  },
  'POST /responses/{id}/documents': {
    summary: 'Annonce un document et dit où l’envoyer, ou reprend un document du dossier de l’organisation',
    body: documents.GiveDocument,
    reply: documents.DocumentGiven,
    status: 201,
  },
  'POST /responses/{id}/documents/{document}/check': {
    summary: 'Contrôle le contenu d’un document envoyé ; il ne se lit et ne se cite qu’ensuite',
    reply: documents.DocumentChecked,
  },
  'GET /responses/{id}/documents/{document}': {
    summary: 'Une adresse qui donne le document pendant cinq minutes, avec ces en-têtes seulement',
    reply: documents.DocumentAddress,
  },
  'DELETE /responses/{id}/documents/{document}': {
    summary: 'Retire un document ; ce qu’un envoi cite reste',
    status: 204,
  },
  'GET /organisations/{id}/documents': {
    summary: 'Le dossier de documents d’une organisation : ce qui a été donné une fois, avec sa date',
    reply: documents.Folder,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
