// The part of the description (openapi.ts) about the results of a campaign.
import * as wire from '../forms/results-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const resultsMessages = {
  'GET /campaigns/{id}/results': {
    summary:
      'Les résultats d’une campagne, question par question ; ?publish=true pour la version à publier, et un paramètre par filtre du questionnaire',
    reply: wire.CampaignResults,
  },
  'GET /campaigns/{id}/results/texts': {
    summary: 'Ce que les partenaires ont écrit à une question (?question=, un pointeur), par page (?from=)',
    reply: wire.TextsPage,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
