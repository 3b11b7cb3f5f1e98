// How long answers are kept once a campaign has ended, and until when that leads. The duration that is proposed, and
// the least and the most there may be, are data (retention.json).
import * as z from 'zod'
import { addMonths, closingInstant, localDay } from './deadline.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { Response } from './nouns/response.ts'
import table from './retention.json' with { type: 'json' }

/** In months; and where the duration that is proposed comes from. */
export const retention = z
  .strictObject({ months: z.int(), least: z.int(), most: z.int(), source: z.string() })
  .parse(table)

const MONTHS_A_YEAR = 12

/** How many months a campaign keeps its answers; those from before it could say so keep them as is proposed. */
export const monthsKept = ({ keptMonths }: Pick<Campaign, 'keptMonths'>): number =>
  keptMonths ?? retention.months

type Kept = Pick<Campaign, 'lastDay' | 'zone' | 'keptMonths'>

/** The instant from which a campaign's answers are deleted: the end of the day that many months after its last. */
export const keptUntil = (campaign: Kept): string =>
  closingInstant(addMonths(campaign.lastDay, monthsKept(campaign)), campaign.zone)

/** The same for one response, which is kept as long after its own deadline when that is later. */
export const responseKeptUntil = (
  { closesAt }: Pick<Response, 'closesAt'>,
  { zone, ...campaign }: Kept,
): string => {
  const ownLastDay = localDay(new Date(Date.parse(closesAt) - 1).toISOString(), zone)
  const [lastDay = campaign.lastDay] = [ownLastDay, campaign.lastDay].toSorted().toReversed()
  return keptUntil({ ...campaign, zone, lastDay })
}

/** « 6 ans », « 1 an et 6 mois », « 3 mois ». */
export const monthsText = (months: number): string => {
  const [years, rest] = [Math.floor(months / MONTHS_A_YEAR), months % MONTHS_A_YEAR]
  const parts = [
    ...(years > 0 ? [`${years} an${years > 1 ? 's' : ''}`] : []),
    ...(rest > 0 ? [`${rest} mois`] : []),
  ]
  return parts.join(' et ')
}
