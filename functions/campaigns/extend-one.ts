import { extendedDeadline } from '../../forms/extension.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Problem } from '../../forms/problems.ts'
import { followCampaign, setDeadline } from '../store/deadlines.ts'
import { getResponse } from '../store/responses.ts'
import { armSweep } from './plan.ts'

type Given = {
  readonly lastDay: string
  readonly reason: string
  readonly by: string
  readonly at: string
  /** Has a sweep planned at the new deadline, before any response is to close then. */
  readonly arm?: (closesAt: string) => Promise<void>
}

/**
 * Gives one response until the end of a day. What it was given, and whether that changed anything; throws the Problem
 * that says why it was refused, and then nothing changed.
 */
export const extendOne = async (
  loaded: Response,
  campaign: Campaign,
  { lastDay, reason, by, at, arm = (closesAt) => armSweep(campaign.id, closesAt, at) }: Given,
): Promise<{ readonly response: Response; readonly changed: boolean }> => {
  const seen = await followCampaign(loaded, at)
  const closesAt = extendedDeadline(seen, campaign, { lastDay, at })
  const changed = closesAt !== seen.closesAt
  if (changed) {
    await arm(closesAt)
    await setDeadline(seen, { closesAt, from: 'own', at, by, reason })
  }
  const response = await getResponse(seen.id)
  if (response.closesAt < closesAt) throw new Problem('concurrent-change')
  return { response, changed }
}
