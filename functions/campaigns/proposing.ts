import { nextYearsCampaign, schoolYearLater } from '../../forms/campaign-changes.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { findCampaign, putCampaign } from '../store/campaigns.ts'
import { latestVersionOf } from '../store/forms.ts'

/**
 * Drafts the next campaign of one that recurs, for the Caf to publish or delete; the one drafted already when it was.
 * Undefined when it does not recur any more.
 */
export const proposeNextYear = async (campaign: Campaign, now: string): Promise<Campaign | undefined> => {
  const { recursUntil, formId } = campaign
  if (!recursUntil || schoolYearLater(campaign.schoolYear, 1) > recursUntil) return undefined
  const formVersion = (await latestVersionOf(formId)) ?? campaign.formVersion
  const next = nextYearsCampaign(
    campaign,
    {},
    { id: followingIdOf(campaign), formVersion, proposed: true, now },
  )
  if (next.schoolYear > recursUntil) return undefined
  return (await putCampaign(next)) ? next : await findCampaign(next.id)
}

/** One for each campaign, however often it is proposed. */
const followingIdOf = ({ id, schoolYear }: Campaign): string => {
  const next = schoolYearLater(schoolYear, 1)
  return id.includes(schoolYear) ? id.replace(schoolYear, next) : `${id.slice(0, 70)}-${next}`
}
