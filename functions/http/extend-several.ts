// POST /campaigns/{id}/extensions: a Caf gives several responses of a campaign the same day, for the same reason.
import { ExtendSeveral, type Outcomes } from '../../forms/cockpit-wire.ts'
import { assertDayToCome } from '../../forms/extension.ts'
import { Problem } from '../../forms/problems.ts'
import { extendOne } from '../campaigns/extend-one.ts'
import { armSweep } from '../campaigns/plan.ts'
import { actOnSeveral } from '../campaigns/several.ts'
import { noteEach } from '../middleware/access-log.ts'
import { http, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'POST /campaigns/{id}/extensions',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: ExtendSeveral,
  act: async ({ loaded: campaign, body: { responses, lastDay, reason }, actor, receivedAt: at }) => {
    if (!campaign.extensions) throw new Problem('extensions-forbidden')
    assertDayToCome(lastDay, campaign.zone, at)
    let armed: Promise<void> | undefined
    const arm = (closesAt: string) => {
      armed ??= armSweep(campaign.id, closesAt, at)
      return armed
    }
    const { items, done } = await actOnSeveral(campaign, responses, async (response) => {
      const { changed } = await extendOne(response, campaign, { lastDay, reason, by: actor.name, at, arm })
      return changed ? undefined : 'Son échéance est déjà ce jour-là.'
    })
    await noteEach('deadline-changed', { actor, receivedAt: at }, done)
    return ok({ items } satisfies Outcomes)
  },
})
