// Rehearses a change of version on the responses of a campaign, as many as there is time for: nothing is written.
import * as z from 'zod'
import type { Mapping } from '../../forms/moving/mapping.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import type { CheckAnswers } from '../../forms/moving/to-complete.ts'
import type { Rehearsal, RehearsalItem } from '../../forms/moving-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { ResponseId } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { PAGE } from '../campaigns/run.ts'
import { countCampaignResponses, listResponsePage, placeAfter } from '../store/campaign-rows.ts'
import { getFormVersion } from '../store/forms.ts'
import { shardOf, shards } from '../store/index-keys.ts'
import { getMove, movesAhead, stepOf } from '../store/moves.ts'
import { type Dossier, findResponses, getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'
import { forEachFew } from '../store/throttling.ts'
import { judge, type Verdict } from './judge.ts'

/** Of responses judged at the same time. */
const FEW = 8
/** A reply stays well under what a function may answer. */
const MOST_CHARACTERS = 1_000_000

export type Change = {
  readonly campaign: Campaign
  readonly to: FormVersion
  readonly mapping: Mapping
  readonly check: CheckAnswers
}

/** The version that a mapping starts from: the campaign's, or the one before for those that stayed there. */
export const baseVersion = ({ formVersion, moves }: Campaign, to: number): number =>
  to === formVersion ? (moves?.at(-1)?.from ?? formVersion) : formVersion

/** What a change would do to the responses from a place on, until `untilMs` of the real clock. */
export const rehearse = async (
  change: Change,
  { from, untilMs }: { readonly from?: string | undefined; readonly untilMs: number },
): Promise<Rehearsal> => {
  const { campaign, to } = change
  const base = baseVersion(campaign, to.version)
  const own: Step = { from: await getFormVersion(campaign.formId, base), to, mapping: change.mapping }
  const items: RehearsalItem[] = []
  const counts = { handled: 0, untouched: 0, drafts: 0, submitted: 0, losing: 0 }
  let [place, size] = [placeOf(from, campaign.id), 0]
  while (place.shard < shards.length) {
    const start = place.after && placeAfter({ ...place.after, campaignId: campaign.id })
    const { rows, next } = await listResponsePage(campaign.id, place.shard, { limit: PAGE, from: start })
    const responses = await findResponses(rows.map(({ id }) => id))
    await forEachFew(responses, FEW, async ({ id }) => {
      const dossier = await getDossier(id)
      const verdict = await judgeUnder(dossier, own, change)
      counts.handled += 1
      counts.untouched += verdict.isBegun ? 0 : 1
      const isToComplete = verdict.toComplete.length > 0
      if (isToComplete) counts[dossier.submissionNumber > 0 ? 'submitted' : 'drafts'] += 1
      if (verdict.lost.length > 0) counts.losing += 1
      if (!isToComplete && verdict.lost.length === 0) return
      const item = itemOf(dossier, verdict)
      items.push(item)
      size += JSON.stringify(item).length
    })
    const last = rows.at(-1)
    place =
      next && last
        ? { shard: place.shard, after: { id: last.id, projectName: last.projectName } }
        : { shard: place.shard + 1 }
    if (Date.now() >= untilMs || size > MOST_CHARACTERS) break
  }
  return {
    from: base,
    items: items.toSorted((a, b) => a.projectName.localeCompare(b.projectName, 'fr')),
    counts,
    total: await countCampaignResponses(campaign.id),
    ...(place.shard < shards.length ? { next: JSON.stringify(place) } : {}),
  }
}

const judgeUnder = async (dossier: Dossier, own: Step, { campaign, check }: Change): Promise<Verdict> => {
  const asked = { id: '', from: own.from.version, to: own.to.version, at: '', by: '' }
  const moves = movesAhead(dossier, {
    formVersion: own.to.version,
    moves: [...(campaign.moves ?? []), asked],
  })
  const steps = await Promise.all(
    moves.map(async ({ id }) => (id === '' ? own : stepOf(campaign.formId, await getMove(campaign.id, id)))),
  )
  return judge(dossier, await findSubmission(dossier), steps, check)
}

const itemOf = (
  { id, projectName, organisationName, status }: Dossier,
  { lost, toComplete }: Verdict,
): RehearsalItem => ({
  ...{ id, projectName, organisationName, status },
  lost: [...lost],
  toComplete: [...toComplete],
})

/** Where a page ends, which its reply tells: the shard it was in, and the last response read there. */
const Place = z.strictObject({
  shard: z
    .int()
    .min(0)
    .max(shards.length - 1),
  after: z.strictObject({ id: ResponseId, projectName: z.string() }).optional(),
})
type Place = z.infer<typeof Place>

/** Throws `invalid-request` for what no page of this campaign told. */
const placeOf = (told: string | undefined, campaignId: string): Place => {
  if (told === undefined) return { shard: 0 }
  const { data } = JsonText.pipe(Place).safeParse(told)
  const id = data?.after?.id
  const isOurs = id === undefined || (id.startsWith(`${campaignId}.`) && shardOf(id) === data?.shard)
  if (!data || !isOurs) throw new Problem('invalid-request', 'La suite demandée n’existe pas.')
  return data
}

/** What a text says in JSON. */
const JsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})
