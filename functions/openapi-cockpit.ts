// The part of the description (openapi.ts) about following a campaign and acting on several of its responses.
import * as cockpit from '../forms/cockpit-wire.ts'
import type { Messages } from './openapi-people.ts'
import type { RouteKey } from './routes.ts'

export const cockpitMessages = {
  'GET /campaigns/{id}/summary': {
    summary: 'Où en est une campagne, ce qui demande une attention, et son avancement jour par jour',
    reply: cockpit.CampaignSummary,
  },
  'POST /campaigns/{id}/extensions': {
    summary: 'Prolonge plusieurs dossiers jusqu’au même jour ; chacun dit ce qu’il en est',
    body: cockpit.ExtendSeveral,
    reply: cockpit.Outcomes,
  },
  'POST /campaigns/{id}/validations': {
    summary: 'Valide plusieurs dossiers tels qu’ils ont été lus ; chacun dit ce qu’il en est',
    body: cockpit.ValidateSeveral,
    reply: cockpit.Outcomes,
  },
} as const satisfies Partial<Record<RouteKey, Messages>>
