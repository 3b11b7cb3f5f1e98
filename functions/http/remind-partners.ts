// POST /campaigns/{id}/reminders: reminds these partners, or all that have not submitted, because an agent asks.
import { randomUUID } from 'node:crypto'
import { phaseOf } from '../../forms/campaigns.ts'
import { Problem } from '../../forms/problems.ts'
import { Remind } from '../../forms/wire.ts'
import { remindAll, remindThese } from '../campaigns/reminding.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/reminders',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: Remind,
  act: async ({ loaded: campaign, body, headers, actor, receivedAt: at }) => {
    if (['draft', 'upcoming'].includes(phaseOf(campaign, at)))
      throw new Problem(
        'campaign-not-open',
        'Cette campagne n’est pas encore ouverte : personne n’est à relancer.',
      )
    const id = `remind-hand-${optionalKeyOf(headers, campaign.id) ?? randomUUID()}`
    const round = { id, at, by: actor.name, message: body.message }
    const reminded = body.responses
      ? await remindThese(campaign, body.responses, round)
      : await remindAll(campaign, round)
    return ok(reminded, { status: 202 })
  },
})
