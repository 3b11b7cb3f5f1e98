import type { CampaignView } from '../../forms/campaign-wire.ts'
import { CampaignView as CampaignViewSchema } from '../../forms/campaign-wire.ts'
import { request } from '../shared/api.ts'
import { type CampaignFields, changesOf, newCampaignOf } from './campaign-fields.ts'

type Save = {
  readonly fields: CampaignFields
  readonly campaign: { readonly view: CampaignView; readonly etag: string } | undefined
  readonly cafId: string
  readonly status: 'draft' | 'published'
}

/** What the campaign's page says once it is saved. */
export type Done = 'publiee' | 'brouillon' | 'modifiee' | 'preparee' | 'supprimee'

type Saved = { readonly id: string; readonly done: Done }

const read = (body: unknown) => CampaignViewSchema.parse(body)

/** Creates or changes a campaign. One asked for twice in the same words is created once. */
export const saveCampaign = async ({ fields, campaign, cafId, status }: Save): Promise<Saved> => {
  const publishes = status === 'published' && (campaign?.view.status ?? 'draft') === 'draft'
  if (!campaign) {
    const body = newCampaignOf(fields, { cafId, status })
    const headers = { 'idempotency-key': keyOf(JSON.stringify(body)) }
    const { id } = (await request('/campaigns', { method: 'POST', body, headers, read })).body
    return { id, done: publishes ? 'publiee' : 'brouillon' }
  }
  const { id } = campaign.view
  const changes = changesOf(campaign.view, fields)
  const body = publishes ? { ...changes, status } : changes
  if (Object.keys(body).length > 0) {
    const headers = { 'if-match': campaign.etag }
    await request(`/campaigns/${encodeURIComponent(id)}`, { method: 'PATCH', body, headers, read })
  }
  if (publishes) return { id, done: 'publiee' }
  return { id, done: status === 'draft' ? 'brouillon' : 'modifiee' }
}

const keys = new Map<string, string>()

/** One key for one request: the same again when it is repeated, another when it says something else. */
export const keyOf = (asked: string): string => {
  const key = keys.get(asked) ?? crypto.randomUUID()
  keys.set(asked, key)
  return key
}
