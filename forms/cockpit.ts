// Following a campaign: where each response stands among what asks for attention, and how the campaign came to where
// it is, drawn from the steps that each response kept in the very writes that made them.

import type { CampaignRow, StatusCounts } from './campaign-rows-wire.ts'
import type { CampaignProgress, CampaignSummary, DayCounts } from './cockpit-wire.ts'
import { addDays, closingInstant, daysBetween, localDay } from './deadline.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { ResponseStatus } from './nouns/history.ts'
import type { Response } from './nouns/response.ts'
import { isStuck } from './progress.ts'

/** From how many days before its deadline a response that nothing was sent for is urgent. */
const URGENT_DAYS = 7
/** A chart of more points than this says no more. */
const MOST_POINTS = 90
const DAY_MS = 86_400_000

export const situations = ['non-commence', 'bloque', 'urgent', 'hors-delai', 'messages'] as const
export type Situation = (typeof situations)[number]

type Standing = Pick<Response, 'status' | 'closesAt'> & {
  readonly percent?: number | undefined
  readonly movedAt?: string | undefined
  /** How many messages the Caf has not read. */
  readonly unread?: number
}

/** What asks for an agent's attention in a response at `now`; one may be in several situations, or in none. */
export const situationsOf = (row: Standing, now: string): Situation[] => {
  const hasSentNothing = row.status === 'called' || row.status === 'draft'
  const isUnsent = hasSentNothing && now < row.closesAt
  return situations.filter((situation) => {
    if (situation === 'non-commence') return isUnsent && row.movedAt === undefined
    if (situation === 'bloque') return isUnsent && isStuck(row, now)
    if (situation === 'urgent') return isUnsent && msLeft(row, now) <= URGENT_DAYS * DAY_MS
    if (situation === 'messages') return (row.unread ?? 0) > 0
    return row.status === 'missed' || (hasSentNothing && !isUnsent)
  })
}

const msLeft = ({ closesAt }: Standing, now: string): number => Date.parse(closesAt) - Date.parse(now)

type Counted = Pick<CampaignSummary, 'total' | 'counts' | 'draftPercent' | 'situations'>

/** Where responses stand, and how many of them ask for attention. */
export const summaryCounts = (rows: readonly CampaignRow[], now: string): Counted => {
  const begun = rows.filter(({ status, percent }) => status === 'draft' && percent !== undefined)
  const mean = begun.reduce((sum, { percent = 0 }) => sum + percent, 0) / begun.length
  const found = rows.flatMap((row) => situationsOf(row, now))
  const many = (situation: Situation) => found.filter((one) => one === situation).length
  return {
    total: rows.length,
    counts: countsOf(rows),
    ...(begun.length > 0 ? { draftPercent: Math.round(mean) } : {}),
    situations: {
      'non-commence': many('non-commence'),
      bloque: many('bloque'),
      urgent: many('urgent'),
      'hors-delai': many('hors-delai'),
      messages: many('messages'),
    },
  }
}

type Stepped = Pick<Response, 'status' | 'steps' | 'submission'>

/**
 * How many responses stood in each status at the end of each day, from the opening to `now`, or to the last change of
 * a campaign that has ended. The last point is what is there now. A response that kept no steps counts from what it
 * says of itself: its submission, or the opening.
 */
export const progressOf = (
  rows: readonly Stepped[],
  { opensAt, closesAt, zone }: Pick<Campaign, 'opensAt' | 'closesAt' | 'zone'>,
  now: string,
): CampaignProgress => {
  const moves = rows.flatMap((row) => movesOf(row, opensAt)).toSorted((a, b) => a.at.localeCompare(b.at))
  const first = localDay(moves[0]?.at ?? opensAt, zone)
  // Long after a campaign nothing more comes: it ends when it closed, or with what was done last.
  const ended = [closesAt, moves.at(-1)?.at ?? ''].toSorted().at(-1) ?? closesAt
  const last = localDay(ended < now ? ended : now, zone)
  const between = Math.max(0, daysBetween(first, last))
  const apart = Math.max(1, Math.ceil(between / MOST_POINTS))
  const running = noCounts()
  const days: DayCounts[] = []
  let next = 0
  for (let day = between % apart; day <= between; day += apart) {
    const name = addDays(first, day)
    const until = closingInstant(name, zone)
    for (; next < moves.length && (moves[next]?.at ?? '') < until; next += 1) {
      const move = moves[next]
      if (move?.from) running[move.from] -= 1
      if (move) running[move.to] += 1
    }
    days.push({ day: name, counts: { ...running } })
  }
  return { days: days.with(-1, { day: last, counts: countsOf(rows) }) }
}

type Move = { readonly at: string; readonly from?: ResponseStatus; readonly to: ResponseStatus }

const movesOf = ({ status, steps, submission }: Stepped, opensAt: string): Move[] => {
  if (!steps || steps.length === 0) return [{ at: submission?.receivedAt ?? opensAt, to: status }]
  return steps.map(({ at, status: to }, i) => {
    const before = steps[i - 1]
    return before ? { at, from: before.status, to } : { at, to }
  })
}

/** How many rows stand in each status; every status is told, zero included. */
export const countsOf = (rows: readonly Pick<Response, 'status'>[]): StatusCounts => {
  const counts = noCounts()
  for (const { status } of rows) counts[status] += 1
  return counts
}

const noCounts = (): Record<ResponseStatus, number> => ({
  called: 0,
  draft: 0,
  submitted: 0,
  'to-correct': 0,
  validated: 0,
  missed: 0,
})
