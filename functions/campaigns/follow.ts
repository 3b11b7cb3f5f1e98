import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { getCampaign } from '../store/campaigns.ts'
import { movesAhead, moveVersion } from '../store/moves.ts'
import { findResponses } from '../store/responses.ts'

/**
 * Has responses that were just called follow their campaign, where it went on with another version between its reading
 * and their call: the work that moves the others may not have met them.
 */
export const followIfMoved = async (
  seen: Campaign,
  called: readonly Pick<Response, 'id'>[],
  at: string,
): Promise<void> => {
  if (called.length === 0) return
  const campaign = await getCampaign(seen.id)
  if (campaign.formVersion === seen.formVersion) return
  for (const response of await findResponses(called.map(({ id }) => id))) {
    const moves = movesAhead(response, campaign)
    if (moves.length > 0) await moveVersion(response, { moves, at })
  }
}
