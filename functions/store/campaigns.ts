import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { Campaign } from '../../forms/nouns/campaign.ts'
import type { OutboxEntry } from '../../forms/nouns/history.ts'
import { Problem } from '../../forms/problems.ts'
import { endedCampaigns, liveCampaigns, outboxShard, ownerKeys, shardOf } from './index-keys.ts'
import { keys } from './keys.ts'
import { queryIndex } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

/** A campaign, if it exists. */
export const findCampaign = (id: string): Promise<Campaign | undefined> =>
  findItem(keys.campaign(id), Campaign)

/** Those of these campaigns that exist, in no order. */
export const findCampaigns = (ids: readonly string[]): Promise<Campaign[]> =>
  findItems(ids.map(keys.campaign), Campaign)

/** A campaign. Throws `not-found`. */
export const getCampaign = async (id: string): Promise<Campaign> => {
  const found = await findCampaign(id)
  if (!found) throw new Problem('not-found')
  return found
}

/** The campaigns of a Caf, the latest deadline first. */
export const listCampaigns = async (cafId: string): Promise<Campaign[]> => {
  const rows = await queryIndex('byOwner', ownerKeys.caf(cafId))
  const campaigns = await Promise.all(rows.map((row) => findCampaign(String(row.id))))
  return campaigns
    .flatMap((campaign) => campaign ?? [])
    .toSorted((a, b) => b.closesAt.localeCompare(a.closesAt))
}

/** Creates a campaign; false when it exists already, and then nothing changed. */
export const putCampaign = (campaign: Campaign): Promise<boolean> =>
  putItem(
    keys.campaign(campaign.id),
    { ...campaign, ...indexedOf(campaign), outbox: [] },
    { condition: 'attribute_not_exists(pk)' },
  )

/** Replaces a campaign by the next revision of it; false when it has changed since that one was made. */
export const replaceCampaign = (next: Campaign): Promise<boolean> => {
  const all = { ...Object.fromEntries(Object.keys(Campaign.shape).map((name) => [name, undefined])), ...next }
  const { id: _, ...fields } = { ...all, ...indexedOf(next) }
  const entries = Object.entries(fields).map(([name, value], i) => ({ name, value, i }))
  const set = entries.filter(({ value }) => value !== undefined)
  const gone = entries.filter(({ value }) => value === undefined)
  const remove = gone.length > 0 ? ` REMOVE ${gone.map(({ i }) => `#n${i}`).join(', ')}` : ''
  return updateItem(
    keys.campaign(next.id),
    `SET ${set.map(({ i }) => `#n${i} = :v${i}`).join(', ')}${remove}`,
    {
      condition: 'revision = :seen',
      names: Object.fromEntries(entries.map(({ name, i }) => [`#n${i}`, name])),
      values: {
        ...Object.fromEntries(set.map(({ value, i }) => [`:v${i}`, value])),
        ':seen': next.revision - 1,
      },
    },
  )
}

/** Deletes a draft; false when it was published meanwhile. */
export const deleteDraft = (id: string): Promise<boolean> =>
  deleteItem(keys.campaign(id), {
    condition: '#status = :draft',
    names: { '#status': 'status' },
    values: { ':draft': 'draft' },
  })

/**
 * Says that calling begins: from this write on the deadline only moves later, since whoever was about to move it has
 * seen another revision. The campaign as it stands then; undefined when it is not to be opened at `now`.
 */
export const markOpened = async (id: string, now: string): Promise<Campaign | undefined> => {
  await updateItem(keys.campaign(id), 'SET openedAt = :now, revision = revision + :one', {
    condition: '#status = :published AND opensAt <= :now AND attribute_not_exists(openedAt)',
    names: { '#status': 'status' },
    values: { ':published': 'published', ':now': now, ':one': 1 },
  })
  const campaign = await findCampaign(id)
  return campaign?.openedAt ? campaign : undefined
}

/** Says that all is settled and owes the Caf its summary, once for each deadline. */
export const markClosed = (campaign: Campaign, now: string, summary: OutboxEntry): Promise<boolean> =>
  updateItem(
    keys.campaign(campaign.id),
    'SET closedAt = :now, revision = revision + :one, outbox = list_append(if_not_exists(outbox, :none), :summary), outboxShard = :outbox, outboxSince = if_not_exists(outboxSince, :now)',
    {
      condition: 'closesAt = :closesAt AND attribute_not_exists(closedAt)',
      values: {
        ':now': now,
        ':one': 1,
        ':none': [],
        ':summary': [summary],
        ':outbox': outboxShard(shardOf(campaign.id)),
        ':closesAt': campaign.closesAt,
      },
    },
  )

/** Ids of the campaigns that still have something to do by themselves. */
export const listLiveCampaigns = async (): Promise<string[]> =>
  (await queryIndex('closing', liveCampaigns)).map((row) => String(row.id))

/** Has reconciliation look at a campaign from now on. Comes before the job it is for. */
export const markLive = (id: string): Promise<boolean> =>
  updateItem(keys.campaign(id), 'SET closingShard = :live, liveMark = :mark', {
    condition: 'attribute_exists(pk)',
    values: { ':live': liveCampaigns, ':mark': randomUUID() },
  })

/** The mark under which a campaign is looked at. Read before its jobs, it says whether one was added meanwhile. */
export const liveMarkOf = async (id: string): Promise<string | undefined> =>
  (await findItem(keys.campaign(id), z.object({ liveMark: z.string().optional() })))?.liveMark

/** Has reconciliation leave a campaign alone, unless it was marked again since: what is left is to keep its answers. */
export const unmarkLive = (id: string, seenMark: string | undefined): Promise<boolean> =>
  updateItem(keys.campaign(id), 'SET closingShard = :ended REMOVE liveMark', {
    condition: `attribute_exists(pk) AND ${seenMark === undefined ? 'attribute_not_exists(liveMark)' : 'liveMark = :seen'}`,
    values: { ':ended': endedCampaigns, ...(seenMark === undefined ? {} : { ':seen': seenMark }) },
  })

/** A published campaign is live by the very write that publishes it, or gives it a new deadline. */
const indexedOf = ({ cafId, status, closesAt, closedAt }: Campaign) => ({
  ownerKey: ownerKeys.caf(cafId),
  ownerSort: closesAt,
  ...(status === 'published' && !closedAt ? { closingShard: liveCampaigns, liveMark: randomUUID() } : {}),
})
