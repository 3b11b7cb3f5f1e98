import type * as z from 'zod'
import { Problem } from '../../forms/problems.ts'
import { Campaign, Response } from '../../forms/schemas.ts'
import { campaignShard, keys, ownerKeys, shards } from './schema.ts'
import { findItem, putItem, queryIndex } from './table.ts'

/** A campaign, if it exists. */
export const findCampaign = (id: string): Promise<Campaign | undefined> =>
  findItem(keys.campaign(id), Campaign)

/** A campaign. Throws `not-found`. */
export const getCampaign = async (id: string): Promise<Campaign> => {
  const found = await findCampaign(id)
  if (!found) throw new Problem('not-found', 'Cette campagne n’existe pas.')
  return found
}

/** The campaigns of a Caf, the latest deadline first. */
export const listCampaigns = async (cafId: string): Promise<Campaign[]> => {
  const rows = await queryIndex('byOwner', ownerKeys.caf(cafId))
  const campaigns = await Promise.all(rows.map((row) => getCampaign(String(row.id))))
  return campaigns.toSorted((a, b) => b.closesAt.localeCompare(a.closesAt))
}

/** Creates a campaign; false when it exists already, and then nothing changed. */
export const putCampaign = (campaign: Campaign): Promise<boolean> =>
  putItem(
    keys.campaign(campaign.id),
    { ...campaign, ownerKey: ownerKeys.caf(campaign.cafId), ownerSort: campaign.closesAt },
    { condition: 'attribute_not_exists(pk)' },
  )

/** What an index row says of a response: a hint, to be read again before acting on it. */
export const ResponseRow = Response.omit({ history: true, outbox: true, submissionIds: true })
export type ResponseRow = z.infer<typeof ResponseRow>

/** Every response of a campaign, by project name. */
export const listCampaignResponses = async (campaignId: string): Promise<ResponseRow[]> => {
  const parts = await Promise.all(
    shards.map((shard) => queryIndex('byCampaign', campaignShard(campaignId, shard))),
  )
  return parts
    .flat()
    .map((row) => ResponseRow.parse(row))
    .toSorted((a, b) => a.projectName.localeCompare(b.projectName, 'fr'))
}
