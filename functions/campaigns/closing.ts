// Closing a campaign goes through all its responses: what is overdue is settled, and each is counted for the summary
// the Caf is sent. A sweep settles whatever is overdue, of any campaign.
import { isUnsettled } from '../../forms/lifecycle.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { owed } from '../../forms/owed-mails.ts'
import { listResponsePage } from '../store/campaign-rows.ts'
import { findCampaign, getCampaign, markClosed } from '../store/campaigns.ts'
import { listOverduePage, settleResponse } from '../store/closing.ts'
import { shards } from '../store/index-keys.ts'
import { findJob } from '../store/jobs.ts'
import { findResponses } from '../store/responses.ts'
import { forEachFew, patiently } from '../store/throttling.ts'
import { proposeNextYear } from './proposing.ts'
import { asPartitions, FEW, PAGE, type Work } from './run.ts'

/** The hourly sweep leaves the rest to the next. */
const SWEEP_MS = 8 * 60_000
const LOOKS_COMPLETE = 'looks-complete'

export const closing: Work = {
  partitions: asPartitions(shards),
  // What is still being called could not be counted: it is closed once everybody has been.
  ready: async ({ campaignId }, now) => {
    const opening = await findJob(campaignId, 'open')
    return (!opening || opening.doneAt !== undefined) && (await getCampaign(campaignId)).closesAt <= now
  },
  page: async ({ job, partition, from, now }) => {
    const { rows, next } = await listResponsePage(job.campaignId, Number(partition), { limit: PAGE, from })
    const campaign = await getCampaign(job.campaignId)
    const hinted = rows.filter(isUnsettled).map(({ id }) => id)
    const overdue = await findResponses(hinted)
    await forEachFew(overdue, FEW, (response) => settleResponse(response, campaign, now))
    const settled = await findResponses(hinted)
    const counts = countsOf([...rows.filter((row) => !isUnsettled(row)), ...settled])
    return { handled: rows.length, counts, next }
  },
  finish: async ({ campaignId, counts }, now) => {
    const campaign = await getCampaign(campaignId)
    const { closesAt } = campaign
    if (closesAt > now) return
    const proposed = (await proposeNextYear(campaign, now))?.id
    await markClosed(campaign, now, owed.closingSummary({ at: now, closesAt, counts, proposed }))
  },
}

/** Settles what is overdue, of any campaign, by the closing index. */
export const sweeping: Work = {
  partitions: asPartitions(shards),
  page: async ({ partition, from, now }) => settleOverduePage(Number(partition), from, now),
}

/** The same at once, for whatever no trigger settled: how many responses were. Up to a few minutes. */
export const settleOverdue = async (now: string): Promise<number> => {
  const until = Date.now() + SWEEP_MS
  const settled = await Promise.all(
    shards.map(async (shard) => {
      let count = 0
      let from: string | undefined
      do {
        const start = from
        const { handled, next } = await patiently(() => settleOverduePage(shard, start, now))
        count += handled
        from = next
      } while (from && Date.now() < until)
      return count
    }),
  )
  return settled.reduce((sum, count) => sum + count, 0)
}

const settleOverduePage = async (shard: number, from: string | undefined, now: string) => {
  const { ids, next } = await listOverduePage(shard, { now, limit: PAGE, from })
  const overdue = await findResponses(ids)
  const campaigns = await campaignsOf(overdue)
  let handled = 0
  await forEachFew(overdue, FEW, async (response) => {
    if (await settleResponse(response, campaigns.get(response.campaignId), now)) handled += 1
  })
  return { handled, next }
}

const campaignsOf = async (responses: readonly Response[]): Promise<Map<string, Campaign>> => {
  const ids = [...new Set(responses.map(({ campaignId }) => campaignId))]
  const found = await Promise.all(ids.map(findCampaign))
  return new Map(found.flatMap((campaign) => (campaign ? [[campaign.id, campaign]] : [])))
}

const countsOf = (responses: readonly Pick<Response, 'status' | 'flags'>[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, flags } of responses) {
    counts[status] = (counts[status] ?? 0) + 1
    if (flags.includes(LOOKS_COMPLETE)) counts[LOOKS_COMPLETE] = (counts[LOOKS_COMPLETE] ?? 0) + 1
  }
  return counts
}
