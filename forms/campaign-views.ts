// What the API tells of a campaign.
import { can } from './access.ts'
import type { CampaignJobView, CampaignList, CampaignView } from './campaign-wire.ts'
import { phaseOf } from './campaigns.ts'
import type { Campaign, JobKind } from './nouns/campaign.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Actor } from './nouns/people.ts'

type Parts = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly jobs: readonly (Omit<CampaignJobView, 'kind'> & { readonly kind: JobKind })[]
  readonly actor: Actor
  readonly now: string
}

/** A campaign with what it does by itself, for one agent at one instant. */
export const campaignViewOf = ({ campaign, form, jobs, actor, now }: Parts): CampaignView => ({
  ...campaign,
  phase: phaseOf(campaign, now),
  formTitle: form.info.title,
  jobs: jobs
    .flatMap(({ name, kind, dueAt, firedAt, doneAt, handled }) =>
      // Neither an import nor an export is something a campaign does by itself.
      kind === 'import' || kind === 'export' || kind === 'delete'
        ? []
        : { name, kind, dueAt, handled, ...(firedAt ? { firedAt } : {}), ...(doneAt ? { doneAt } : {}) },
    )
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
  may: {
    edit: can(actor, 'campaign:edit', campaign),
    remind: can(actor, 'campaign:remind', campaign),
    extend: campaign.extensions && can(actor, 'response:extend', campaign),
    validate: can(actor, 'response:validate', campaign),
    move: phaseOf(campaign, now) === 'open' && can(actor, 'form:edit', campaign),
  },
  now,
})

/** A campaign in a list. */
export const listedCampaign = (campaign: Campaign, now: string): CampaignList['items'][number] => ({
  ...campaign,
  phase: phaseOf(campaign, now),
})
