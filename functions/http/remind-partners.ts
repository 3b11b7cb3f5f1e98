// POST /campaigns/{id}/reminders: reminds these partners, or all that have not submitted, because an agent asks.
import { randomUUID } from 'node:crypto'
import { Remind } from '../../forms/campaign-wire.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { Problem } from '../../forms/problems.ts'
import { remindAll, remindThese } from '../campaigns/reminding.ts'
import { noteEach } from '../middleware/access-log.ts'
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
    if (!body.responses) return ok(await remindAll(campaign, round), { status: 202 })
    const { told, done } = await remindThese(campaign, body.responses, round)
    await noteEach('partners-reminded', { actor, receivedAt: at }, done)
    return ok(told, { status: 202 })
  },
})
