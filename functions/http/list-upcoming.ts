// GET /upcoming: what campaigns that are published and not open yet will ask of the projects of one's organisations.
import { dataMapPath } from '../../forms/addresses.ts'
import { isCalled, phaseOf } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Project } from '../../forms/nouns/people.ts'
import type { Upcoming, UpcomingList } from '../../forms/people-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findCampaigns, listLiveCampaigns } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import { listOrganisationProjects } from '../store/projects.ts'

export const handler = http({
  route: 'GET /upcoming',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt: now }) => {
    const lists = await Promise.all(
      actor.memberships.map(({ organisationId }) => listOrganisationProjects(organisationId)),
    )
    const projects = lists.flat()
    const live = projects.length > 0 ? await findCampaigns(await listLiveCampaigns()) : []
    const coming = live.filter((campaign) => phaseOf(campaign, now) === 'upcoming')
    const items = await Promise.all(coming.map((campaign) => askedBy(campaign, projects)))
    return ok({
      items: items.flat().toSorted((a, b) => a.opensAt.localeCompare(b.opensAt)),
      now,
    } satisfies UpcomingList)
  },
})

const askedBy = async (campaign: Campaign, projects: readonly Project[]): Promise<Upcoming[]> => {
  const called = projects.filter((project) => project.cafId === campaign.cafId && isCalled(project, campaign))
  if (called.length === 0) return []
  const { id: campaignId, title, schoolYear, opensAt, closesAt, zone, consequence } = campaign
  const { info } = await getFormVersion(campaign.formId, campaign.formVersion)
  const dataMapUrl = dataMapPath(campaign)
  const asked = {
    ...{ campaignId, title, formTitle: info.title, schoolYear },
    ...{ opensAt, closesAt, zone, consequence, dataMapUrl },
  }
  return called.map(({ id, name, organisationId, organisationName }) => ({
    ...asked,
    projectId: id,
    projectName: name,
    organisationId,
    organisationName,
  }))
}
