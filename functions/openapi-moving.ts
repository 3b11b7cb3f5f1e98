// The part of the description (openapi.ts) about a campaign that goes on with another version of its questionnaire.

import { CampaignView } from '../forms/campaign-wire.ts'
import * as moving from '../forms/moving-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const movingMessages = {
  'POST /forms/{id}/rehearsal': {
    summary: 'Ce qu’une version, ou le brouillon, ferait aux dossiers d’une campagne ; rien ne change',
    body: moving.Rehearse,
    reply: moving.Rehearsal,
  },
  'POST /campaigns/{id}/version': {
    summary: 'Fait passer une campagne publiée ou ouverte à une version plus récente de son questionnaire',
    body: moving.ChangeVersion,
    reply: CampaignView,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
