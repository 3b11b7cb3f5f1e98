// What travels for following a campaign: its summary, and acting on several responses at once.
import * as z from 'zod'
import { CampaignRow, StatusCounts } from './campaign-rows-wire.ts'
import { ExtendResponse } from './deadline-wire.ts'
import { Instant, PlainDate, ResponseId } from './nouns/scalars.ts'
import { Outcome } from './outcome.ts'

/** How many responses one request acts on: it answers within seconds, and a page asks again for the rest. */
export const MOST_AT_ONCE = 100

const several = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .min(1, 'Choisissez au moins un dossier.')
    .max(MOST_AT_ONCE, `Choisissez ${MOST_AT_ONCE} dossiers au plus par demande.`)

/** POST /campaigns/{id}/extensions: the same last day for several responses, for the same reason. */
export const ExtendSeveral = ExtendResponse.extend({ responses: several(ResponseId) })

/** POST /campaigns/{id}/validations: each under the reference that was read, so that nothing unread is validated. */
export const ValidateSeveral = z.strictObject({
  responses: several(z.strictObject({ id: ResponseId, reference: z.string().max(40) })),
})

/** One outcome for each response asked for, in the order asked. */
export const Outcomes = z.object({ items: z.array(Outcome) })
export type Outcomes = z.infer<typeof Outcomes>

/** How many responses stood in each status at the end of a day. */
export const DayCounts = z.object({ day: PlainDate, counts: StatusCounts })
export type DayCounts = z.infer<typeof DayCounts>

export const CampaignProgress = z.object({ days: z.array(DayCounts) })
export type CampaignProgress = z.infer<typeof CampaignProgress>

/** GET /campaigns/{id}/summary: where a campaign stands, and how it came there day by day. */
export const CampaignSummary = CampaignProgress.extend({
  total: z.int(),
  counts: StatusCounts,
  /** Of the drafts that something was saved in, the mean of how far they came. */
  draftPercent: CampaignRow.shape.percent,
  /** How many responses ask for attention, by situation; one may be in several. */
  situations: z.object({
    'non-commence': z.int(),
    bloque: z.int(),
    urgent: z.int(),
    'hors-delai': z.int(),
    messages: z.int(),
  }),
  now: Instant,
})
export type CampaignSummary = z.infer<typeof CampaignSummary>
