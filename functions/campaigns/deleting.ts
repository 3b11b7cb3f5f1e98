// Deleting the answers of a campaign once they were kept as long as it says: each response whole, with its documents in
// storage. What happens to a response in the meantime wins: it is then kept, and looked at again the next day.
import { waitingKey } from '../../forms/given-documents.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { responseKeptUntil } from '../../forms/retention.ts'
import { removeFile } from '../external/files.ts'
import { listResponsePage } from '../store/campaign-rows.ts'
import { getCampaign } from '../store/campaigns.ts'
import { listDocuments } from '../store/documents.ts'
import { GIVEN_UP_SHARD, shards } from '../store/index-keys.ts'
import type { Job } from '../store/jobs.ts'
import { findAllStored } from '../store/responses.ts'
import {
  countDocuments,
  dropErased,
  type Erased,
  emptyPartition,
  endDeletion,
  endErased,
  forgetEnded,
  listErased,
  markDeleted,
  markDeleting,
  removeExports,
  takeAway,
} from '../store/retention.ts'
import { forEachFew } from '../store/throttling.ts'
import { asPartitions, FEW, PAGE, type Work } from './run.ts'

export const deleting: Work = {
  partitions: asPartitions([...shards, GIVEN_UP_SHARD]),
  ready: async ({ campaignId }, now) => {
    const campaign = await getCampaign(campaignId)
    if (!(await markDeleting(campaign, now))) return false
    await endBegun(campaignId, now)
    return true
  },
  page: async ({ job, partition, from, now }) => {
    const { rows, next } = await listResponsePage(job.campaignId, Number(partition), { limit: PAGE, from })
    const campaign = await getCampaign(job.campaignId)
    const responses = await findAllStored(rows.map(({ id }) => id))
    let handled = 0
    await forEachFew(responses, FEW, async (response) => {
      if (await deleteResponse(response, campaign, { run: job.dueAt, now })) handled += 1
    })
    return { handled, counts: { kept: responses.length - handled }, next }
  },
  finish: async (job, now) => {
    const { campaignId, dueAt, counts } = job
    await endBegun(campaignId, now)
    await removeExports(campaignId)
    await count(job)
    if ((counts.kept ?? 0) > 0 || (await listErased(campaignId)).some(isBegun(dueAt))) return
    await endDeletion(campaignId, now)
    await forgetEnded(campaignId)
  },
}

/** Deletes one response as it was read, if it was kept long enough; false when it is kept, whole. */
const deleteResponse = async (
  response: Response,
  campaign: Campaign,
  { run, now }: { run: string; now: string },
): Promise<boolean> => {
  if (responseKeptUntil(response, campaign) > now) return false
  const erased = await takeAway(response, run, Date.now())
  if (!erased) return false
  await erase(erased, now)
  return true
}

/** Deletes what is left of a response that nobody finds any more. Doing it again changes nothing. */
const erase = async (erased: Erased, now: string): Promise<void> => {
  const documents = await listDocuments(erased.id)
  await countDocuments(erased, documents.filter(({ status }) => status === 'kept').length)
  for (const { id, key } of documents) {
    await removeFile(key)
    // Bytes may have come again to where they waited, after they were checked.
    await removeFile(waitingKey(erased.id, id))
  }
  await emptyPartition(erased.id)
  await endErased(erased, now)
}

/** Ends what a run that died had begun. What it had not taken away yet is met again as a response like any other. */
const endBegun = async (campaignId: string, now: string): Promise<void> => {
  const begun = (await listErased(campaignId)).filter(({ doneAt }) => doneAt === undefined)
  const there = new Set((await findAllStored(begun.map(({ id }) => id))).map(({ id }) => id))
  await forEachFew(begun, FEW, (erased) => (there.has(erased.id) ? dropErased(erased) : erase(erased, now)))
}

const isBegun = (run: string) => (erased: Erased) => erased.run === run && erased.doneAt === undefined

/** Adds what this run deleted to what those before it did, once. */
const count = async ({ campaignId, dueAt: run, facts }: Job): Promise<void> => {
  const { deletion } = await getCampaign(campaignId)
  if (deletion?.countedBy === run) return
  const erased = (await listErased(campaignId)).filter((one) => one.run === run)
  await markDeleted(campaignId, {
    run,
    responses: Number(facts.responses ?? 0) + erased.length,
    documents: Number(facts.documents ?? 0) + erased.reduce((sum, { documents }) => sum + documents, 0),
  })
}
