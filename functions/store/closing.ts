// Settling what a deadline has passed for. The condition of each write is the authority: a trigger that comes late,
// twice or too early changes nothing it should not.
import { randomUUID } from 'node:crypto'
import { underCampaign } from '../../forms/inherited.ts'
import { isUnsettled } from '../../forms/lifecycle.ts'
import { missingIn } from '../../forms/mails/missing.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { owed } from '../../forms/owed-mails.ts'
import { findCampaign } from './campaigns.ts'
import { inheritDeadline } from './deadlines.ts'
import { getFormVersion } from './forms.ts'
import { closingShard, shardOf, waitingShard } from './index-keys.ts'
import { underPresent } from './moves.ts'
import { queryIndex, queryIndexPage } from './query-items.ts'
import { getDossier, getResponse, moveResponse } from './responses.ts'

/** Ids of a shard's responses that are still open and whose deadline is past at `now`. Hints only. */
export const listOverdue = async (shard: number, now: string): Promise<string[]> =>
  (await queryIndex('closing', closingShard(shard), { upTo: now })).map((row) => String(row.id))

/** A page of the same. */
export const listOverduePage = async (
  shard: number,
  { now, limit, from }: { now: string; limit: number; from?: string | undefined },
): Promise<{ ids: string[]; next?: string }> => {
  const { items, next } = await queryIndexPage('closing', closingShard(shard), { upTo: now, limit, from })
  return { ids: items.map((row) => String(row.id)), ...(next ? { next } : {}) }
}

/** Settles one response whose deadline has passed; see `settleResponse`. True when it was settled by this call. */
export const closeResponse = async (id: string, now: string): Promise<boolean> => {
  const response = await getResponse(id)
  if (!isUnsettled(response)) return false
  return settleResponse(response, await findCampaign(response.campaignId), now)
}

/**
 * Settles one response as it was read, if its deadline has passed: without any submission it is missed, its drafts
 * kept and flagged when they look complete; a correction left unanswered lapses, flagged, and the earlier submission
 * stands. Under a campaign that was extended meanwhile it takes the later deadline instead. True when settled.
 */
export const settleResponse = async (
  response: Response,
  campaign: Campaign | undefined,
  now: string,
): Promise<boolean> => {
  const { id, status, closesAt } = response
  if (closesAt > now || !isUnsettled(response)) return false
  if (campaign && underCampaign(response, campaign) !== response) {
    await inheritDeadline(response, campaign, now)
    return campaign.closesAt <= now && closeResponse(id, now)
  }
  const when = { condition: 'closesAt = :seen AND closesAt <= :now' }
  const values = { ':seen': closesAt, ':now': now }
  if (status === 'to-correct') {
    return moveResponse(id, {
      move: 'lapse',
      entry: { id: randomUUID(), at: now, type: 'lapsed' },
      ...when,
      set: ['flags = :flags', 'closingShard = :waiting'],
      values: {
        ...values,
        ':flags': ['correction-lapsed'],
        ':waiting': waitingShard(response.cafId, shardOf(id)),
      },
    })
  }
  const isComplete = status === 'draft' && (await isCompleteDraft(id))
  return moveResponse(id, {
    move: 'miss',
    entry: { id: randomUUID(), at: now, type: 'missed' },
    mails: [owed.missed({ at: now, complete: isComplete })],
    ...when,
    set: ['flags = :flags'],
    remove: ['closingShard'],
    values: { ...values, ':flags': isComplete ? ['looks-complete'] : [] },
  })
}

/** An estimate on purpose: only the submission decides, and only there is survey-core bundled. */
const isCompleteDraft = async (id: string): Promise<boolean> => {
  const dossier = await getDossier(id)
  if (Object.keys(dossier.sections).length === 0) return false
  const { sections, formId, formVersion } = await underPresent(dossier, undefined)
  return missingIn(await getFormVersion(formId, formVersion), sections).length === 0
}
