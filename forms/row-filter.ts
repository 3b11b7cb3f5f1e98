// Which responses of a campaign are meant: one vocabulary for the list on the desk and for its exports.
import * as z from 'zod'
import type { CampaignRow } from './campaign-rows-wire.ts'
import { situations, situationsOf } from './cockpit.ts'
import { ResponseStatus } from './nouns/history.ts'
import { Flag } from './nouns/response.ts'
import { Id } from './nouns/scalars.ts'
import { folded, wordsOf } from './search.ts'

/** How far drafts came: nothing saved, under a half, a half or more, all that is required. */
export const advances = ['rien', 'moins-50', 'plus-50', 'complet'] as const
export type Advance = (typeof advances)[number]

export const RowFilter = z.strictObject({
  statuses: z.array(ResponseStatus).min(1).max(6).optional(),
  /** Only what a closing pointed out. */
  flag: Flag.optional(),
  /** Only what asks for attention in this way. */
  situation: z.enum(situations).optional(),
  advance: z.enum(advances).optional(),
  /** Only one organisation's, by id. */
  organisation: Id.optional(),
  /** Words in the name of the project or of the organisation, or in the reference of the receipt. */
  search: z.string().trim().max(200, 'Cherchez 200 caractères au plus.').optional(),
})
export type RowFilter = z.infer<typeof RowFilter>

/** Whether a filter lets a row through, at `now`. */
export const passing = (filter: RowFilter, now: string): ((row: CampaignRow) => boolean) => {
  const { statuses, flag, situation, advance, organisation, search = '' } = filter
  const words = wordsOf(search)
  return (row) =>
    (!statuses || statuses.includes(row.status)) &&
    (!flag || row.flags.includes(flag)) &&
    (!organisation || row.organisationId === organisation) &&
    (!advance || advanceOf(row) === advance) &&
    (!situation || situationsOf(row, now).includes(situation)) &&
    (words.length === 0 || words.every((word) => textOf(row).includes(word)))
}

/** How far the draft of a row came; what was transmitted is no draft any more. */
const advanceOf = ({ status, percent }: CampaignRow): Advance | undefined => {
  if (status !== 'called' && status !== 'draft' && status !== 'missed') return undefined
  if (percent === undefined) return 'rien'
  if (percent === 100) return 'complet'
  return percent < 50 ? 'moins-50' : 'plus-50'
}

const texts = new WeakMap<CampaignRow, string>()

/** What a row is searched in, folded once. */
const textOf = (row: CampaignRow): string => {
  const known = texts.get(row)
  if (known !== undefined) return known
  const text = folded(`${row.projectName} ${row.organisationName} ${row.reference ?? ''}`)
  texts.set(row, text)
  return text
}
