// Changes of version of a campaign: what was said of each, as an immutable item put before anything refers to it; and the
// one write that makes a response have the new version. What was answered stays as it was stored.
import * as z from 'zod'
import { Mapping } from '../../forms/moving/mapping.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import type { Chain } from '../../forms/moving/moved-dossier.ts'
import { type MovedDossier, movedDossier } from '../../forms/moving/moved-sections.ts'
import { firstVersionOf } from '../../forms/moving/versions.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { HistoryEntry } from '../../forms/nouns/history.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Id, Instant } from '../../forms/nouns/scalars.ts'
import type { Section, Submission } from '../../forms/nouns/submission.ts'
import { Section as SectionItem } from '../../forms/nouns/submission.ts'
import { getFormVersion } from './forms.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { changeResponse, type Dossier } from './responses.ts'
import { putItem } from './write-items.ts'

export const Move = z.object({
  id: z.string(),
  campaignId: Id,
  from: z.int().positive(),
  to: z.int().positive(),
  mapping: Mapping,
  /** The questions whose values may be lost, by path: the Caf has seen which. */
  losing: z.array(z.string()),
  by: z.string(),
  at: Instant,
})
export type Move = z.infer<typeof Move>

/** Moves never change, so what was read once serves the life of the process. */
const known = new Map<string, Move>()

/** Keeps what is said of a change of version. */
export const putMove = (move: Move): Promise<boolean> =>
  putItem(keys.move(move.campaignId, move.id), move, { condition: 'attribute_not_exists(pk)' })

/** What was said of a change of version. Throws when it was never made. */
export const getMove = async (campaignId: string, id: string): Promise<Move> => {
  const found = known.get(id) ?? (await findItem(keys.move(campaignId, id), Move))
  if (!found) throw new Error(`no move ${id} in ${campaignId}`)
  known.set(id, found)
  return found
}

/** The step that a change of version is, with both versions. */
export const stepOf = async (formId: string, move: Pick<Move, 'from' | 'to' | 'mapping'>): Promise<Step> => {
  const [from, to] = await Promise.all([getFormVersion(formId, move.from), getFormVersion(formId, move.to)])
  return { from, to, mapping: move.mapping }
}

type Of = Pick<Response, 'campaignId' | 'formId' | 'formVersion' | 'moves'>

/** The versions a response has had up to one of them, with what was said between. Throws for one it never had. */
export const chainOf = async (response: Of, version: number): Promise<Chain> => {
  const first: FormVersion = await getFormVersion(response.formId, firstVersionOf(response))
  const until = (response.moves ?? []).filter(({ to }) => to <= version)
  const steps = await Promise.all(
    until.map(async ({ id }) => stepOf(response.formId, await getMove(response.campaignId, id))),
  )
  if ((steps.at(-1)?.to ?? first).version !== version) throw new Error(`never had version ${version}`)
  return { first, steps }
}

/** The same, with the drafts whose place was taken. */
export const fullChainOf = async (dossier: Of & { readonly id: string }, version: number): Promise<Chain> => {
  const [chain, earlier] = await Promise.all([
    chainOf(dossier, version),
    dossier.moves ? listEarlier(dossier.id) : [],
  ])
  return { ...chain, earlier }
}

/** A dossier as one of its versions takes what was answered; the present one unless told. */
export const readMoved = async (
  dossier: Dossier,
  submission: Submission | undefined,
  version: number = dossier.formVersion,
): Promise<MovedDossier> => movedDossier(dossier, submission, await fullChainOf(dossier, version))

/** A dossier with its sections as its present version takes what was answered in them. */
export const underPresent = async (dossier: Dossier, submission: Submission | undefined): Promise<Dossier> =>
  dossier.moves ? { ...dossier, sections: (await readMoved(dossier, submission)).sections } : dossier

/** The changes of version that a response has not followed yet, in order. */
export const movesAhead = (
  { formVersion }: Pick<Response, 'formVersion'>,
  { moves = [], formVersion: wanted }: Pick<Campaign, 'moves' | 'formVersion'>,
): NonNullable<Campaign['moves']> => {
  if (formVersion === wanted) return []
  const next = moves.findLast(({ from }) => from === formVersion)
  return next ? [next, ...movesAhead({ formVersion: next.to }, { moves, formVersion: wanted })] : []
}

type Followed = {
  readonly moves: NonNullable<Campaign['moves']>
  readonly toComplete?: readonly { readonly pointer: string; readonly detail: string }[]
  readonly quarters?: Response['quarters']
  readonly at: string
}

/** As many as a page can say and an item hold. */
const MAX_TO_COMPLETE = 30

const everyStatus = ['called', 'draft', 'submitted', 'to-correct', 'validated', 'missed'] as const

/**
 * Has a response follow changes of version, in one write: its history tells it, and nothing that was answered is touched.
 * False when it has followed them already, or has too much history waiting.
 */
export const moveVersion = (
  response: Response,
  { moves, toComplete = [], quarters, at }: Followed,
): Promise<boolean> => {
  const to = moves.at(-1)?.to ?? response.formVersion
  const entry: HistoryEntry = HistoryEntry.parse({
    id: `version-${to}-${moves.at(-1)?.id.slice(0, 8)}`,
    at,
    type: 'version-changed',
    by: moves.at(-1)?.by,
    detail: `De la version ${response.formVersion} à la version ${to} du questionnaire.`,
  })
  const followed = moves.map(({ id, from, to }, i) => ({
    ...{ id, from, to, at },
    toComplete: i === moves.length - 1 ? toComplete.slice(0, MAX_TO_COMPLETE) : [],
  }))
  return changeResponse(response.id, {
    from: everyStatus,
    entry,
    condition: 'formVersion = :fromVersion',
    set: [
      'formVersion = :toVersion',
      'moves = list_append(if_not_exists(moves, :none), :followed)',
      ...(quarters ? ['quarters = :quarters'] : []),
    ],
    values: {
      ':fromVersion': response.formVersion,
      ':toVersion': to,
      ':followed': followed,
      ...(quarters ? { ':quarters': quarters } : {}),
    },
  })
}

/** Keeps the draft of a section as it was under an older version, before one of a newer version takes its place. */
export const keepEarlier = async (responseId: string, section: Section, version: number): Promise<void> => {
  await putItem(keys.earlier(responseId, section.name, version), { ...section, formVersion: version })
}

/** The drafts of older versions whose place was taken. */
const listEarlier = async (responseId: string): Promise<Section[]> =>
  (await queryRange(ranges.earlier(responseId))).map((row) => SectionItem.parse(row))
