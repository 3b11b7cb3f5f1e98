// The API's own description, made from the route table and the schemas of what travels: it cannot drift.
import * as z from 'zod'
import { CalendarAddress, CalendarState } from '../forms/calendar-wire.ts'
import { CampaignRows } from '../forms/campaign-rows-wire.ts'
import {
  CampaignList,
  CampaignView,
  ChangeCampaign,
  CloneCampaign,
  NewCampaign,
  Remind,
  Reminded,
} from '../forms/campaign-wire.ts'
import { AskCorrection, DeadlineSet, ExtendResponse } from '../forms/deadline-wire.ts'
import {
  RenameResponse,
  SaveSection,
  SectionSaved,
  StartResponse,
  Submit,
  Submitted,
} from '../forms/filling-wire.ts'
import { ProblemDocument } from '../forms/problem-wire.ts'
import { problems } from '../forms/problems.ts'
import { HistoryList, ResponseList, ResponseSummary, ResponseView } from '../forms/response-wire.ts'
import { Me, OpenSession, Session } from '../forms/session-wire.ts'
import { accessMessages } from './openapi-accesses.ts'
import { checksMessages } from './openapi-checks.ts'
import { cockpitMessages } from './openapi-cockpit.ts'
import { documentMessages } from './openapi-documents.ts'
import { exchangeMessages } from './openapi-exchanges.ts'
import { exportMessages } from './openapi-exports.ts'
import { formMessages } from './openapi-forms.ts'
import { importMessages } from './openapi-imports.ts'
import { movingMessages } from './openapi-moving.ts'
import { type Messages, peopleMessages } from './openapi-people.ts'
import { publishingMessages } from './openapi-publishing.ts'
import { resultsMessages } from './openapi-results.ts'
import { trialMessages } from './openapi-trials.ts'
import { type Route, type RouteKey, routes } from './routes.ts'

const messages: Record<RouteKey, Messages> = {
  'GET /me': { summary: 'La personne connectée et l’heure du serveur', reply: Me },
  'POST /session': {
    summary: 'Ouvre une session, ou la renouvelle depuis le cookie',
    body: OpenSession,
    reply: Session,
  },
  'DELETE /session': { summary: 'Ferme la session', status: 204 },
  'GET /openapi.json': { summary: 'Cette description' },
  'GET /responses': { summary: 'Les démarches de mes organisations', reply: ResponseList },
  'GET /responses/{id}': { summary: 'Un dossier entier, avec son ETag', reply: ResponseView },
  'DELETE /responses/{id}': {
    summary:
      'Abandonne un brouillon jamais transmis : le dossier disparaît, ou redevient à commencer si la campagne l’attend',
    status: 204,
    headers: ['If-Match'],
  },
  'PUT /responses/{id}/name': {
    summary: 'Renomme un dépôt jamais transmis',
    body: RenameResponse,
    reply: ResponseSummary,
  },
  'PUT /responses/{id}/sections/{name}': {
    summary: 'Enregistre le brouillon d’une partie',
    body: SaveSection,
    reply: SectionSaved,
    headers: ['If-Match'],
  },
  'POST /responses/{id}/submission': {
    summary: 'Transmet les réponses',
    body: Submit,
    reply: Submitted,
    status: 201,
    headers: ['If-Match', 'Idempotency-Key'],
  },
  'GET /responses/{id}/receipt': {
    summary: 'Le reçu signé (JWS compact) de l’envoi qui compte, ou du n° ?envoi=',
  },
  'GET /responses/{id}/receipt.pdf': { summary: 'Le même reçu en PDF, avec un code de vérification' },
  'GET /responses/{id}/history': { summary: 'Ce qui est arrivé au dossier', reply: HistoryList },
  'PUT /responses/{id}/deadline': {
    summary: 'Accorde un délai à un dossier',
    body: ExtendResponse,
    reply: DeadlineSet,
  },
  'POST /responses/{id}/correction': {
    summary: 'Demande une correction au partenaire, avec son échéance',
    body: AskCorrection,
    reply: DeadlineSet,
    headers: ['If-Match'],
  },
  'GET /campaigns': { summary: 'Les campagnes de ma Caf', reply: CampaignList },
  'POST /campaigns': {
    summary: 'Crée une campagne ; le public est appelé à son ouverture',
    body: NewCampaign,
    reply: CampaignView,
    status: 201,
  },
  'GET /campaigns/{id}': { summary: 'Une campagne', reply: CampaignView },
  'PATCH /campaigns/{id}': {
    summary: 'Change une campagne, la publie, la prolonge ou la rouvre',
    body: ChangeCampaign,
    reply: CampaignView,
  },
  'DELETE /campaigns/{id}': { summary: 'Supprime une campagne qui n’est pas publiée', status: 204 },
  'POST /campaigns/{id}/clone': {
    summary: 'Prépare la campagne de l’année suivante',
    body: CloneCampaign,
    reply: CampaignView,
    status: 201,
  },
  'POST /campaigns/{id}/reminders': {
    summary: 'Relance les partenaires qui n’ont pas transmis',
    body: Remind,
    reply: Reminded,
    status: 202,
  },
  'POST /campaigns/{id}/responses': {
    summary: 'Commence un dépôt dans une campagne ouverte à tous',
    body: StartResponse,
    reply: ResponseSummary,
    status: 201,
  },
  'GET /campaigns/{id}/responses': { summary: 'Les dossiers d’une campagne', reply: CampaignRows },
  'GET /calendar': {
    summary: 'Depuis quand mon calendrier a une adresse secrète',
    reply: CalendarState,
  },
  'POST /calendar': {
    summary: 'Une nouvelle adresse secrète de mon calendrier ; la précédente ne vaut plus',
    reply: CalendarAddress,
    status: 201,
  },
  'DELETE /calendar': { summary: 'Révoque l’adresse de mon calendrier', status: 204 },
  'GET /calendar.ics': { summary: 'Mes échéances (iCalendar), par l’adresse secrète ?cle=' },
  ...documentMessages,
  ...peopleMessages,
  ...importMessages,
  ...accessMessages,
  ...checksMessages,
  ...exchangeMessages,
  ...exportMessages,
  ...cockpitMessages,
  ...formMessages,
  ...movingMessages,
  ...resultsMessages,
  ...publishingMessages,
  ...trialMessages,
}

const content = (schema: z.ZodType, io: 'input' | 'output', type = 'application/json') => ({
  [type]: { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) },
})

const operationOf = (key: RouteKey) => {
  const { who }: Route = routes[key]
  const { summary, body, reply, status = 200, headers = [] } = messages[key]
  const names = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return {
    summary,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...headers.map((name) => ({ name, in: 'header', required: true, schema: { type: 'string' } })),
    ],
    ...(body ? { requestBody: { required: true, content: content(body, 'input') } } : {}),
    responses: {
      [status]: { description: summary, ...(reply ? { content: content(reply, 'output') } : {}) },
      default: {
        description: `Un problème (RFC 9457) parmi : ${Object.keys(problems).join(', ')}`,
        content: content(ProblemDocument, 'output', 'application/problem+json'),
      },
    },
    security: who === 'public' ? [] : [{ token: [] }],
  }
}

/** The OpenAPI 3.1 document. */
export const openapi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const key of Object.keys(messages) as RouteKey[]) {
    const [verb = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operationOf(key) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Échéance', version: '1' },
    servers: [{ url: '/api' }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  }
}
