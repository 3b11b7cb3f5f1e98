// The part of the description (openapi.ts) about what passes between a partner and a Caf: corrections and messages.
import { CorrectAnswers, LastYear, SubmissionDetail } from '../forms/correcting-wire.ts'
import { Submitted } from '../forms/filling-wire.ts'
import { Message } from '../forms/messages.ts'
import { Marked, MarkSeen, MessageList, PostMessage } from '../forms/messages-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const exchangeMessages = {
  'PUT /responses/{id}/answers': {
    summary:
      'Corrige ce qui a été transmis, au nom de la Caf et avec un motif ; ce que le partenaire a transmis reste tel quel',
    body: CorrectAnswers,
    reply: Submitted,
    headers: ['If-Match'],
  },
  'GET /responses/{id}/submissions/{number}': {
    summary: 'Un envoi qui a compté, avec ce qu’il change de l’envoi précédent',
    reply: SubmissionDetail,
  },
  'GET /responses/{id}/last-year': {
    summary: 'Ce que le projet avait transmis l’année précédente au même questionnaire',
    reply: LastYear,
  },
  'GET /responses/{id}/messages': {
    summary: 'Les messages entre le partenaire et sa Caf au sujet du dossier',
    reply: MessageList,
  },
  'POST /responses/{id}/messages': {
    summary: 'Écrit à l’autre côté, qui est prévenu par mél',
    body: PostMessage,
    reply: Message,
    status: 201,
  },
  'PUT /responses/{id}/messages/seen': {
    summary: 'Note que mon côté a lu jusqu’à ce message',
    body: MarkSeen,
    reply: Marked,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
