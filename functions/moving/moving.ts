// A campaign goes on with another version: each response follows by one write of its own, which touches no answer. A
// response that would lose what nobody has agreed to lose stays with its version, in which it goes on working.
import { checkAnswers } from '../../forms/answers.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { asPartitions, FEW, PAGE, type Work } from '../campaigns/run.ts'
import { listCampaignResponses, listResponsePage } from '../store/campaign-rows.ts'
import { getCampaign } from '../store/campaigns.ts'
import { shards } from '../store/index-keys.ts'
import { getMove, movesAhead, moveVersion, stepOf } from '../store/moves.ts'
import { findResponses, getDossier, getResponse } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'
import { forEachFew } from '../store/throttling.ts'
import { judge } from './judge.ts'

/** What is still refused then is met again when the work ends. */
const TRIES = 5

type Fate = 'moved' | 'kept' | 'there'

export const moving: Work = {
  partitions: asPartitions(shards),
  page: async ({ job, partition, from, now }) => {
    const { rows, next } = await listResponsePage(job.campaignId, Number(partition), { limit: PAGE, from })
    const campaign = await getCampaign(job.campaignId)
    const counts = await moveAll(
      campaign,
      rows.map(({ id }) => id),
      now,
    )
    return { handled: counts.moved, counts: { kept: counts.kept }, next }
  },
  // Those called while it went on, which the index did not tell yet.
  finish: async ({ campaignId }, now) => {
    const campaign = await getCampaign(campaignId)
    const behind = (await listCampaignResponses(campaignId)).filter(
      ({ formVersion }) => formVersion !== campaign.formVersion,
    )
    const { refused } = await moveAll(
      campaign,
      behind.map(({ id }) => id),
      now,
    )
    if (refused > 0) throw new Error(`${refused} responses of ${campaignId} did not follow`)
  },
}

const moveAll = async (campaign: Campaign, ids: readonly string[], now: string) => {
  const counts = { moved: 0, kept: 0, refused: 0 }
  await forEachFew(await findResponses(ids), FEW, async (response) => {
    let seen: Response = response
    let fate: Fate | undefined
    // Refused when somebody acted on the response since it was read: then it is read again.
    for (let tries = 0; tries < TRIES && fate === undefined; tries += 1) {
      fate = await moveOne(seen, campaign, now)
      if (fate === undefined) seen = await getResponse(seen.id)
    }
    if (fate === undefined) counts.refused += 1
    else if (fate !== 'there') counts[fate] += 1
  })
  return counts
}

/** What became of one response; undefined when the write was refused. */
const moveOne = async (response: Response, campaign: Campaign, now: string): Promise<Fate | undefined> => {
  const moves = movesAhead(response, campaign)
  if (moves.length === 0) return 'there'
  const told = await Promise.all(moves.map(({ id }) => getMove(campaign.id, id)))
  const steps = await Promise.all(told.map((move) => stepOf(campaign.formId, move)))
  const dossier = await getDossier(response.id)
  const verdict = await judge(dossier, await findSubmission(dossier), steps, checkAnswers)
  const agreed = new Set(told.flatMap(({ losing }) => losing))
  if (verdict.lost.some(({ question }) => !agreed.has(question))) return 'kept'
  const moved = await moveVersion(response, { moves, at: now, ...verdict })
  return moved ? 'moved' : undefined
}
