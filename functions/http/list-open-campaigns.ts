// GET /open-campaigns: what any signed-in person may start now, whatever the Caf; the first to close first.
import { dataMapPath } from '../../forms/addresses.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { OpenCampaign, OpenCampaignList } from '../../forms/people-wire.ts'
import { opensOf } from '../../forms/views.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findCampaigns, listLiveCampaigns } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'

export const handler = http({
  route: 'GET /open-campaigns',
  load: nothing,
  body: noBody,
  act: async ({ receivedAt: now }) => {
    const live = await findCampaigns(await listLiveCampaigns())
    const open = live.filter((campaign) => campaign.audience === 'open' && phaseOf(campaign, now) === 'open')
    const items = await Promise.all(open.map(told))
    return ok({
      items: items.toSorted(
        (a, b) => a.closesAt.localeCompare(b.closesAt) || a.title.localeCompare(b.title, 'fr'),
      ),
      now,
    } satisfies OpenCampaignList)
  },
})

const told = async (campaign: Campaign): Promise<OpenCampaign> => {
  const { id, title, cafName, schoolYear, closesAt, zone, consequence } = campaign
  const { info } = await getFormVersion(campaign.formId, campaign.formVersion)
  return {
    ...{ id, title, cafName, schoolYear, closesAt, zone, consequence },
    formTitle: info.title,
    estimatedMinutes: info.estimatedMinutes,
    dataMapUrl: dataMapPath(campaign),
    opens: opensOf(info),
    mayDuplicate: info.mayDuplicate,
  }
}
