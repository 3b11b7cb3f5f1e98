// The rows of the index that tell a Caf of its responses: hints, each to be read again before acting on it.
import type * as z from 'zod'
import { Response } from '../../forms/nouns/response.ts'
import { campaignShard, shardOf, shards, waitingShard } from './index-keys.ts'
import { keys } from './keys.ts'
import { countIndex, queryIndex, queryIndexPage } from './query-items.ts'

/** What an index row says of a response: a hint, to be read again before acting on it. */
export const ResponseRow = Response.omit({
  history: true,
  outbox: true,
  submissionIds: true,
  reminders: true,
})
export type ResponseRow = z.infer<typeof ResponseRow>

/** Reads an index row of a response. */
export const responseRowOf = ({ facts, ...row }: Record<string, unknown>): ResponseRow =>
  ResponseRow.parse({ ...(facts instanceof Object ? facts : {}), ...row })

/** Every response of a campaign, by project name. */
export const listCampaignResponses = async (campaignId: string): Promise<ResponseRow[]> => {
  const parts = await Promise.all(
    shards.map((shard) => queryIndex('byCampaign', campaignShard(campaignId, shard))),
  )
  return parts
    .flat()
    .map(responseRowOf)
    .toSorted((a, b) => byName.compare(a.projectName, b.projectName))
}

/** As pages sort: a list that comes in order is not sorted again there. */
const byName = new Intl.Collator('fr', { numeric: true })

/** Ids of what was transmitted to a Caf and waits for it, the first to close first. Hints. */
export const listWaiting = async (cafId: string): Promise<string[]> => {
  const parts = await Promise.all(shards.map((shard) => queryIndex('closing', waitingShard(cafId, shard))))
  return parts
    .flat()
    .toSorted((a, b) => String(a.closesAt).localeCompare(String(b.closesAt)))
    .map(({ id }) => String(id))
}

type RowPage = { rows: ResponseRow[]; next?: string }

/** A page of a shard of a campaign's responses: hints. */
export const listResponsePage = async (
  campaignId: string,
  shard: number,
  { limit, from }: { limit: number; from?: string | undefined },
): Promise<RowPage> => {
  const { items, next } = await queryIndexPage('byCampaign', campaignShard(campaignId, shard), {
    limit,
    from,
  })
  return { rows: items.map(responseRowOf), ...(next ? { next } : {}) }
}

/** Where a page of a shard begins that goes on after this response. */
export const placeAfter = ({
  id,
  campaignId,
  projectName,
}: Pick<ResponseRow, 'id' | 'campaignId' | 'projectName'>): string =>
  JSON.stringify({ ...keys.response(id), campaignShard: campaignShard(campaignId, shardOf(id)), projectName })

/** How many responses a campaign has, as the index counts them. */
export const countCampaignResponses = async (campaignId: string): Promise<number> => {
  const counts = await Promise.all(
    shards.map((shard) => countIndex('byCampaign', campaignShard(campaignId, shard))),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
