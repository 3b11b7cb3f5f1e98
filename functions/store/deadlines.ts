// Giving more time: to the responses that inherit it from their campaign, and to one by itself. Each is one
// conditional write on the response; the write names the deadline it has seen, so no two of them are mixed up.
import { randomUUID } from 'node:crypto'
import { type Due, underCampaign } from '../../forms/inherited.ts'
import { extendable, isUnsettled, reopenedAs, takesAnswers } from '../../forms/lifecycle.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { needsTime, owed } from '../../forms/owed-mails.ts'
import { findCampaign } from './campaigns.ts'
import { closingShard, shardOf } from './index-keys.ts'
import { changeResponse, getResponse } from './responses.ts'

/**
 * The response under the deadline that holds at `at`: when its own has passed its campaign is read, and a later
 * deadline of that one is copied first (design §3). What every write to a response starts from.
 */
export const followCampaign = async <R extends Response>(response: R, at: string): Promise<R> => {
  if (takesAnswers(response, at)) return response
  const campaign = await findCampaign(response.campaignId)
  if (!campaign || underCampaign(response, campaign) === response) return response
  await inheritDeadline(response, campaign, at)
  return { ...response, ...(await getResponse(response.id)) }
}

/** Rows as their campaigns' deadlines leave them, for a list to show the truth; nothing is written. */
export const followCampaigns = async <R extends Due & { readonly campaignId: string }>(
  rows: readonly R[],
): Promise<R[]> => {
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const campaigns = new Map(await Promise.all(ids.map(async (id) => [id, await findCampaign(id)] as const)))
  return rows.map((row) => underCampaign(row, campaigns.get(row.campaignId)))
}

/**
 * Gives a response its campaign's later deadline, with the reason that was given for it. False when there is
 * nothing to give, or somebody did meanwhile: each extension is told once, whoever copies it.
 */
export const inheritDeadline = async (
  response: Response,
  campaign: Campaign,
  at: string,
): Promise<boolean> => {
  const next = underCampaign(response, campaign)
  if (next === response) return false
  const change = campaign.deadlineChanges.at(-1)
  const reason = change?.reason ?? ''
  const by = change?.by ?? campaign.cafName
  return setDeadline(response, {
    closesAt: campaign.closesAt,
    from: 'campaign',
    entryId: `extended-${campaign.closesAt}`,
    at: change?.at ?? at,
    by,
    reason,
  })
}

type Extension = {
  readonly closesAt: string
  readonly from: Response['deadlineFrom']
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly entryId?: string
}

/**
 * Sets a later deadline on a response as it was read; what was missed is a draft again, or still to begin. False when the response is
 * validated, or has changed since it was read; then nothing changed.
 */
export const setDeadline = (response: Response, extension: Extension): Promise<boolean> => {
  const { closesAt, from, at, by, reason, entryId = randomUUID() } = extension
  const isMissed = response.status === 'missed'
  const waits = isMissed || isUnsettled(response)
  return changeResponse(response.id, {
    from: isMissed ? ['missed'] : extendable.filter((status) => status === response.status),
    ...(isMissed ? { to: reopenedAs(response) } : {}),
    entry: { id: entryId, at, type: 'extended', by, detail: reason, closesAt },
    mails: needsTime(response) ? [owed.extension({ at, closesAt, reason, by })] : [],
    condition: 'closesAt = :seen AND deadlineFrom = :seenFrom AND closesAt < :closesAt',
    set: [
      'closesAt = :closesAt',
      'deadlineFrom = :deadlineFrom',
      'flags = :noFlags',
      'extension = :extension',
      'ownerSort = :ownerSort',
      ...(waits ? ['closingShard = :closingShard'] : []),
    ],
    values: {
      ':seen': response.closesAt,
      ':seenFrom': response.deadlineFrom,
      ':closesAt': closesAt,
      ':deadlineFrom': from,
      ':noFlags': [],
      ':extension': { at, by, reason },
      ':ownerSort': `${closesAt}#${response.id}`,
      ...(waits ? { ':closingShard': closingShard(shardOf(response.id)) } : {}),
    },
  })
}
