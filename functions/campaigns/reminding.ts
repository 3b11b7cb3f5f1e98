import type { Reminded } from '../../forms/campaign-wire.ts'
import { underCampaign } from '../../forms/inherited.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { listResponsePage } from '../store/campaign-rows.ts'
import { markLive } from '../store/campaigns.ts'
import { shards } from '../store/index-keys.ts'
import { findJob, putJob } from '../store/jobs.ts'
import { remindResponse, whyNotReminded } from '../store/reminding.ts'
import { getResponse } from '../store/responses.ts'
import { forEachFew } from '../store/throttling.ts'
import { asPartitions, beginJobs, FEW, PAGE, type Work } from './run.ts'
import { actOnSeveral } from './several.ts'

/** Reminds whoever has not submitted, once a round; a round asked for by hand says by whom, and may bring a word. */
export const reminding: Work = {
  partitions: asPartitions(shards),
  page: async ({ job, partition, from, now }) => {
    const { rows, next } = await listResponsePage(job.campaignId, Number(partition), { limit: PAGE, from })
    const { by, message } = job.facts
    // A row that still says « missed » may be of a campaign opened again: the response itself is read.
    const hinted = rows.filter(({ status }) => ['called', 'draft', 'missed'].includes(status))
    let reminded = 0
    await forEachFew(hinted, FEW, async ({ id }) => {
      if (await remindResponse(id, { id: job.name, at: now, by, message })) reminded += 1
    })
    return { handled: reminded, counts: { skipped: rows.length - reminded }, next }
  },
}

type Round = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly message: string | undefined
}

/** A round by hand for some of a campaign's responses, within the request. Others' are skipped like any other. */
export const remindThese = async (
  campaign: Campaign,
  ids: readonly string[],
  round: Round,
): Promise<{ readonly told: Reminded; readonly done: readonly Response[] }> => {
  const { items, done } = await actOnSeveral(campaign, ids, async (response) => {
    if (await remindResponse(response.id, round)) return undefined
    const now = underCampaign(await getResponse(response.id), campaign)
    // Asked again after a lost reply, it was done.
    if (now.reminders.includes(round.id)) return undefined
    return whyNotReminded(now, round) ?? 'Ce dossier vient de changer : regardez où il en est.'
  })
  return {
    told: { reminded: done.length, skipped: ids.length - done.length, done: true, items },
    done,
  }
}

/** A round by hand for all that have not submitted: a job like any other, begun within the request. */
export const remindAll = async (campaign: Campaign, { id, at, by, message }: Round): Promise<Reminded> => {
  const job = { name: id, kind: 'remind', dueAt: at } as const
  await markLive(campaign.id)
  if (!(await findJob(campaign.id, id)))
    await putJob(campaign.id, job, { by, ...(message ? { message } : {}) })
  await beginJobs([{ ...job, campaignId: campaign.id }], { remind: reminding }, at)
  const left = await findJob(campaign.id, id)
  return {
    reminded: left?.handled ?? 0,
    skipped: left?.counts.skipped ?? 0,
    done: left?.doneAt !== undefined,
  }
}
