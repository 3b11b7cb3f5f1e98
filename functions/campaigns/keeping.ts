// What creating and changing a campaign have in common: the campaign is written first, then what it does by itself
// follows; a process that dies between the two is put right by reconciliation.
import { campaignViewOf } from '../../forms/campaign-views.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { getCampaign } from '../store/campaigns.ts'
import { findForm, getFormVersion } from '../store/forms.ts'
import { listJobs } from '../store/jobs.ts'
import { calling } from './calling.ts'
import { extending } from './extending.ts'
import { armCampaign } from './plan.ts'
import { beginJobs } from './run.ts'

/** Has a campaign that was just written do what its plan says, and begins at once what is due. */
export const followPlan = async (campaignId: string, now: string): Promise<void> =>
  beginJobs(await armCampaign(campaignId, now), { open: calling, extend: extending }, now)

/** The version of a form that a campaign asks: that one, or the latest. Throws `invalid-request` for another Caf's. */
export const askedVersion = async (cafId: string, formId: string, version?: number): Promise<number> => {
  const form = await findForm(formId)
  const latest = form?.latestVersion
  if (form?.cafId !== cafId || latest === undefined)
    throw badForm('/formId', `Votre Caf n’a pas de questionnaire « ${formId} » publié.`)
  if (version !== undefined && version > latest)
    throw badForm('/version', `La version ${version} n’existe pas : la dernière est la ${latest}.`)
  return version ?? latest
}

/** A campaign as its Caf sees it now. */
export const campaignView = async (id: string, actor: Actor, now: string): Promise<CampaignView> => {
  const campaign = await getCampaign(id)
  const [form, jobs] = await Promise.all([
    getFormVersion(campaign.formId, campaign.formVersion),
    listJobs(campaign.id),
  ])
  return campaignViewOf({ campaign, form, jobs, actor, now })
}

/** The version of a campaign that somebody has seen. */
export const campaignEtag = ({ revision }: Pick<Campaign, 'revision'>): string => `"${revision}"`

const badForm = (at: string, detail: string): Problem =>
  new Problem('invalid-request', detail, { errors: [{ pointer: at, detail }] })
