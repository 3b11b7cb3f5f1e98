// What deleting a campaign's answers writes. Of each response a small item beside the campaign says that its deletion
// has begun; then its RESPONSE item goes in one conditional write, from which on nobody finds it nor can change it; then
// the rest of its partition. A run that dies leaves the small item, by which another ends what was begun.
import * as z from 'zod'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Id, Instant, ResponseId } from '../../forms/nouns/scalars.ts'
import { endedCampaigns } from './index-keys.ts'
import { keys, partitionOf, ranges } from './keys.ts'
import { listKeys, queryIndex, queryRange } from './query-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

/** How long the items that say what was deleted stay: long after whoever counts them. They hold ids alone. */
const FORGOTTEN_AFTER_S = 30 * 24 * 3600

const Erased = z.object({
  campaignId: Id,
  id: ResponseId,
  /** The run that deletes it, by when its job was due. */
  run: z.string(),
  documents: z.int(),
  doneAt: Instant.optional(),
})
export type Erased = z.infer<typeof Erased>

/** Ids of the campaigns that ended before `now`, have nothing left to do and hold answers. Hints. */
export const listEnded = async (now: string): Promise<string[]> =>
  (await queryIndex('closing', endedCampaigns, { upTo: now })).map(({ id }) => String(id))

/**
 * Says that a campaign's answers are being deleted: from this write on nothing changes in it, since whoever was about to
 * has seen another revision. False when it has changed since it was read.
 */
export const markDeleting = ({ id, revision, deletion }: Campaign, at: string): Promise<boolean> =>
  deletion
    ? Promise.resolve(true)
    : updateItem(keys.campaign(id), 'SET deletion = :deletion, revision = revision + :one', {
        condition: 'revision = :seen AND attribute_exists(closedAt)',
        values: { ':deletion': { startedAt: at, responses: 0, documents: 0 }, ':one': 1, ':seen': revision },
      })

/** Sets how many were deleted so far, under the run that counted them. */
export const markDeleted = (
  id: string,
  { run, responses, documents }: { run: string; responses: number; documents: number },
): Promise<boolean> =>
  updateItem(
    keys.campaign(id),
    'SET deletion.responses = :responses, deletion.documents = :documents, deletion.countedBy = :run',
    {
      condition: 'attribute_exists(deletion)',
      values: { ':responses': responses, ':documents': documents, ':run': run },
    },
  )

/** Says that nothing is left to delete. */
export const endDeletion = (id: string, at: string): Promise<boolean> =>
  updateItem(keys.campaign(id), 'SET deletion.doneAt = :at', {
    condition: 'attribute_exists(deletion) AND attribute_not_exists(deletion.doneAt)',
    values: { ':at': at },
  })

/** Has nobody look any more at a campaign whose answers are deleted. */
export const forgetEnded = (id: string): Promise<boolean> =>
  updateItem(keys.campaign(id), 'REMOVE closingShard', {
    condition: 'closingShard = :ended AND attribute_exists(deletion.doneAt)',
    values: { ':ended': endedCampaigns },
  })

/** What was deleted of a campaign, or has begun to be. */
export const listErased = async (campaignId: string): Promise<Erased[]> =>
  (await queryRange(ranges.erased(campaignId))).map((row) => Erased.parse(row))

/** Takes a response away from everybody, unless something happened to it since it was read. False with nothing changed. */
export const takeAway = async (
  response: Response,
  run: string,
  nowMs: number,
): Promise<Erased | undefined> => {
  const { id, campaignId, status, closesAt, submissionNumber } = response
  const erased: Erased = { campaignId, id, run, documents: 0 }
  await putItem(keys.erased(campaignId, id), {
    ...erased,
    expiresAt: Math.ceil(nowMs / 1000) + FORGOTTEN_AFTER_S,
  })
  const taken = await deleteItem(keys.response(id), {
    condition:
      'closesAt = :closesAt AND #status = :status AND submissionNumber = :number AND attribute_not_exists(effect) AND attribute_not_exists(outboxShard)',
    names: { '#status': 'status' },
    values: { ':closesAt': closesAt, ':status': status, ':number': submissionNumber },
  })
  if (taken) return erased
  await dropErased(erased)
  return undefined
}

/** Takes back that a deletion has begun, when it has not. */
export const dropErased = ({ campaignId, id }: Erased): Promise<boolean> =>
  deleteItem(keys.erased(campaignId, id), { condition: 'attribute_not_exists(doneAt)' })

/** Counts a document of a response whose deletion has begun. */
export const countDocuments = ({ campaignId, id }: Erased, documents: number): Promise<boolean> =>
  updateItem(keys.erased(campaignId, id), 'SET documents = :documents', {
    condition: 'documents < :documents',
    values: { ':documents': documents },
  })

/** Deletes everything that the partition of a response holds. */
export const emptyPartition = async (id: string): Promise<void> => {
  for (const key of await listKeys(partitionOf(keys.response(id)))) await deleteItem(key)
}

/** Ends the deletion of a response. */
export const endErased = ({ campaignId, id }: Erased, at: string): Promise<boolean> =>
  updateItem(keys.erased(campaignId, id), 'SET doneAt = :at', {
    condition: 'attribute_exists(pk)',
    values: { ':at': at },
  })

/** Deletes the exports of a campaign: the links to their files, which storage forgets by itself. */
export const removeExports = async (campaignId: string): Promise<void> => {
  for (const key of await listKeys(ranges.exports(campaignId))) await deleteItem(key)
}
