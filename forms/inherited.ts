// A response carries its deadline; most inherit it from their campaign. When a campaign is extended, each response
// learns it from the fan-out or from the first write or sweep that finds its deadline passed, whichever comes first.
import { reopenedAs } from './lifecycle.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { Response } from './nouns/response.ts'

/** What a deadline is judged by. */
export type Due = Pick<Response, 'status' | 'closesAt' | 'deadlineFrom'> & Partial<Pick<Response, 'steps'>>

/**
 * The response as its campaign's deadline leaves it: nobody has less time than everybody, so a later one of the
 * campaign holds, and what was missed is a draft again, or still to begin. A correction keeps the deadline it was asked with; what is
 * validated does not move. The very same object when nothing changes.
 */
export const underCampaign = <R extends Due>(
  response: R,
  campaign: (Pick<Campaign, 'closesAt'> & Partial<Pick<Campaign, 'deadlineChanges'>>) | undefined,
): R => {
  const { status, closesAt } = response
  if (!campaign || campaign.closesAt <= closesAt || status === 'to-correct' || status === 'validated')
    return response
  const change = campaign.deadlineChanges?.at(-1)
  return {
    ...response,
    ...(change ? { extension: { at: change.at, by: change.by, reason: change.reason } } : {}),
    closesAt: campaign.closesAt,
    deadlineFrom: 'campaign',
    status: status === 'missed' ? reopenedAs(response) : status,
  }
}
