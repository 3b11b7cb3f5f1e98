// Which campaigns have kept their answers long enough. The table alone says it: nothing is scheduled for years ahead.

import type { Campaign } from '../../forms/nouns/campaign.ts'
import { keptUntil } from '../../forms/retention.ts'
import { invokeLater } from '../external/functions.ts'
import { findCampaign } from '../store/campaigns.ts'
import { findJob, putJob } from '../store/jobs.ts'
import { forgetEnded, listEnded } from '../store/retention.ts'
import { deleting } from './deleting.ts'
import { functionOf } from './plan.ts'
import { runJob } from './run.ts'

/** Under the ten minutes a run may take, with time to leave the job in order. */
const RUN_MS = 9 * 60_000
/** Responses that were kept the last time are looked at again after this long. */
const AGAIN_MS = 24 * 3_600_000
const DELETE_JOB = 'delete'

/** Deletes what is to be, campaign after campaign, and goes on by another invocation: how many were at it. */
export const deleteExpired = async (now: string): Promise<number> => {
  const until = Date.now() + RUN_MS
  let count = 0
  for (const campaignId of await listEnded(now)) {
    if (Date.now() >= until) break
    const campaign = await findCampaign(campaignId)
    if (!campaign || !(await isToDelete(campaign, now))) continue
    count += 1
    const run = { campaignId, job: DELETE_JOB, now, budgetMs: until - Date.now() }
    if ((await runJob(deleting, run)) === 'unfinished')
      await invokeLater(functionOf.delete, { campaignId, job: DELETE_JOB })
  }
  return count
}

/** Whether a campaign's answers are to be deleted now; then there is a job for it. */
const isToDelete = async (campaign: Campaign, now: string): Promise<boolean> => {
  const { id, deletion } = campaign
  if (deletion?.doneAt) {
    await forgetEnded(id)
    return false
  }
  if (keptUntil(campaign) > now) return false
  const job = await findJob(id, DELETE_JOB)
  if (job?.doneAt && Date.parse(now) - Date.parse(job.doneAt) < AGAIN_MS) return false
  if (job && !job.doneAt) return true
  const done = { responses: String(deletion?.responses ?? 0), documents: String(deletion?.documents ?? 0) }
  return putJob(id, { name: DELETE_JOB, kind: 'delete', dueAt: now }, done)
}
