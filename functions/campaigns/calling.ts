// Opening a campaign calls its audience: one response a project, by conditional puts, so that a call repeated or
// resumed never touches a draft.
import { calledResponse, responseIdOf } from '../../forms/called-response.ts'
import { isCalled } from '../../forms/campaigns.ts'
import { carryInto } from '../starting/carry.ts'
import { getCampaign, markOpened } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import { shards } from '../store/index-keys.ts'
import { listProjectPage } from '../store/projects.ts'
import { callResponse } from '../store/responses.ts'
import { forEachFew } from '../store/throttling.ts'
import { followIfMoved } from './follow.ts'
import { asPartitions, FEW, PAGE, type Work } from './run.ts'

export const calling: Work = {
  partitions: asPartitions(shards),
  ready: async ({ campaignId }, now) => (await markOpened(campaignId, now)) !== undefined,
  page: async ({ job, partition, from, now }) => {
    // Read again at each page: what is called after an extension is called with it.
    const campaign = await getCampaign(job.campaignId)
    const form = await getFormVersion(campaign.formId, campaign.formVersion)
    const { projects, next } = await listProjectPage(campaign.cafId, Number(partition), { limit: PAGE, from })
    const called = projects.filter((project) => isCalled(project, campaign))
    const at = campaign.openedAt ?? campaign.opensAt
    await forEachFew(called, FEW, async (project) => {
      const response = calledResponse(campaign, project, form, { at })
      await carryInto(response, form, at)
      await callResponse(response)
    })
    await followIfMoved(
      campaign,
      called.map((project) => ({ id: responseIdOf(campaign, project) })),
      now,
    )
    return { handled: called.length, next }
  },
}
