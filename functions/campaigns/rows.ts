// The responses of a campaign as its Caf's desk follows them.

import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { underCampaign } from '../../forms/inherited.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { percentOf } from '../../forms/progress.ts'
import { campaignRowOf } from '../../forms/views.ts'
import { listCampaignResponses, type ResponseRow } from '../store/campaign-rows.ts'
import { getFormVersion } from '../store/forms.ts'

type Followed = { readonly row: ResponseRow; readonly shown: CampaignRow }

/** Every response of a campaign under the deadline that holds, by project name, and how far its draft came. */
export const campaignRows = async (campaign: Campaign): Promise<Followed[]> => {
  const rows = (await listCampaignResponses(campaign.id)).map((row) => underCampaign(row, campaign))
  // All are of the campaign's version, but for those called before it was changed.
  const versions = [...new Set(rows.map(({ formVersion }) => formVersion))]
  const read = versions.map(
    async (version) => [version, await getFormVersion(campaign.formId, version)] as const,
  )
  const forms = new Map(await Promise.all(read))
  return rows.map((row) => ({ row, shown: shownOf(row, forms.get(row.formVersion)) }))
}

/** One of them; `form`: the version it is pinned to. */
export const shownOf = (row: ResponseRow, form: FormVersion | undefined): CampaignRow => ({
  ...campaignRowOf(row),
  ...(form && row.movedAt !== undefined ? { percent: percentOf(form, row.quarters ?? {}) } : {}),
})
