// What the page is about: a campaign, the version it has, and those it may go on with.
import * as z from 'zod'
import { definitionUrl } from '../../../forms/addresses.ts'
import { CampaignList } from '../../../forms/campaign-wire.ts'
import { FormView } from '../../../forms/editing-wire.ts'
import { FormVersion } from '../../../forms/nouns/form.ts'
import { request } from '../../shared/api.ts'
import { publishedDefinition } from '../../shared/published.ts'
import { type Campaign, runningOf } from '../running.ts'

export type Definition = Pick<FormVersion, 'definition'>

export type Change = {
  readonly form: FormView
  /** Those that ask this questionnaire and are not closed. */
  readonly campaigns: readonly Campaign[]
  readonly campaign: Campaign | undefined
}

const asked = (name: string): string => new URLSearchParams(location.search).get(name) ?? ''

/** Reads what `?formulaire=` and `?campagne=` name; one of them is enough. Throws what `request` throws. */
export const loadChange = async (signal: AbortSignal): Promise<Change> => {
  const { body: list } = await request('/campaigns', { read: (body) => CampaignList.parse(body), signal })
  const campaign = list.items.find(({ id }) => id === asked('campagne'))
  const formId = asked('formulaire') || campaign?.formId || ''
  const { body: form } = await request(`/forms/${encodeURIComponent(formId)}`, {
    read: (body) => FormView.parse(body),
    signal,
  })
  const campaigns = runningOf(list.items, form.id)
  return { form, campaigns, campaign: campaign && campaigns.find(({ id }) => id === campaign.id) }
}

/** The definition of a version, or of the draft. */
export const readContent = async (
  form: FormView,
  version: number | 'draft',
  signal: AbortSignal,
): Promise<Definition> => {
  const json =
    version === 'draft'
      ? form.draft?.content.definition
      : await publishedDefinition(definitionUrl({ formId: form.id, formVersion: version }), signal)
  return { definition: z.parse(FormVersion.shape.definition, json) }
}
