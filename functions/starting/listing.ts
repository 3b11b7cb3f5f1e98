// The dossiers of a person's list, each with what is theirs to do about it.
import { can } from '../../forms/access.ts'
import { givenUpAs } from '../../forms/giving-up.ts'
import { underCampaign } from '../../forms/inherited.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import { summaryOf } from '../../forms/views.ts'
import type { ResponseRow } from '../store/campaign-rows.ts'
import { findCampaigns } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'

/** Under the deadlines that hold. Campaigns and versions are each read once. */
export const listedFor = async (
  actor: Actor,
  rows: readonly ResponseRow[],
  at: string,
): Promise<ResponseSummary[]> => {
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const campaigns = new Map((await findCampaigns(ids)).map((campaign) => [campaign.id, campaign]))
  return Promise.all(
    rows.map(async (stored) => {
      const campaign = campaigns.get(stored.campaignId)
      const row = underCampaign(stored, campaign)
      const form = await getFormVersion(row.formId, row.formVersion)
      return { ...summaryOf(row), ...theirs(actor, { row, form, campaign, at }) }
    }),
  )
}

type Told = {
  readonly row: ResponseRow
  readonly form: FormVersion
  readonly campaign: Campaign | undefined
  readonly at: string
}

/** What they have written in is not read for a list: only whoever fills every part is told here that they may erase. */
const theirs = (
  actor: Actor,
  { row, form, campaign, at }: Told,
): Pick<ResponseSummary, 'forReading' | 'mayGiveUp'> => {
  const filled = form.info.sections.filter((section) => can(actor, 'response:save', { ...row, section }))
  const isTheirs = filled.length > 0 || can(actor, 'response:submit', row)
  const fillsAll = filled.length === form.info.sections.length
  const mayGiveUp = fillsAll && campaign !== undefined && givenUpAs(row, campaign, at) !== undefined
  return { ...(isTheirs ? {} : { forReading: true }), ...(mayGiveUp ? { mayGiveUp } : {}) }
}
