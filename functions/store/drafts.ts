// The draft of a questionnaire: one item, written whole by one conditional write. Its content is kept as JSON text, so
// that the order of its keys survives. Revisions only grow, across a draft that ended too: its item stays without
// content, so that a tab that has seen revision 3 of one draft never writes over revision 3 of the next.
import * as z from 'zod'
import { Content, Lock, StartedFrom } from '../../forms/editing-wire.ts'
import { Instant } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { FormItem } from './forms.ts'
import { keys, ranges } from './keys.ts'
import { queryParts, queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem } from './write-items.ts'

const Draft = z.object({
  revision: z.int().positive(),
  /** The revision it was written over, 0 when there was no draft: by it a request that is sent again is known. */
  follows: z.int().nonnegative(),
  savedAt: Instant,
  savedBy: z.string(),
  title: z.string(),
  startedFrom: StartedFrom.optional(),
  /** JSON text; empty once the draft has ended. */
  content: z.string(),
  /** When it was given up or published. */
  endedAt: Instant.optional(),
})
export type Draft = z.infer<typeof Draft>
const DraftStanding = Draft.omit({ content: true })

/** A form with its draft and its lock, as the table has it; `ended` is the draft that it last had. */
type Edited<D> = FormItem & { draft?: D; ended?: D; lock?: Lock }
export type Editing = Edited<Draft>
type Standing = Edited<z.infer<typeof DraftStanding>>

/** The content of a draft. */
export const contentOf = ({ content }: Draft): Content => Content.parse(JSON.parse(content))

/** A form as it is edited. Throws `not-found` for one that has neither a version nor a draft. */
export const getEditing = async (formId: string): Promise<Editing> => {
  const found = await findEditing(formId)
  if (!found || !counts(found)) throw new Problem('not-found')
  return found
}

/** The same, or an id that was claimed and holds nothing; undefined when it is free. */
export const findEditing = async (formId: string): Promise<Editing | undefined> =>
  assembled(await queryRange(ranges.editing(formId)), Draft)

/** The forms of these ids with where their drafts stand, without any content. */
export const listEditing = async (formIds: readonly string[]): Promise<Standing[]> => {
  const wanted = [...Object.keys({ ...FormItem.shape, ...DraftStanding.shape, ...Lock.shape })]
  const read = formIds.map((id) => queryParts(ranges.editing(id), wanted))
  const found = (await Promise.all(read)).map((rows) => assembled(rows, DraftStanding))
  return found.filter((form) => form !== undefined).filter(counts)
}

const counts = ({ latestVersion, draft }: FormItem & { draft?: unknown }): boolean =>
  latestVersion !== undefined || draft !== undefined

const assembled = <D extends { endedAt?: string | undefined }>(
  rows: readonly Record<string, unknown>[],
  schema: z.ZodType<D>,
): Edited<D> | undefined => {
  const bySortKey = new Map(rows.map((row) => [row.sk, row]))
  const form = bySortKey.get('FORM')
  if (!form) return undefined
  const draft = schema.optional().parse(bySortKey.get('DRAFT'))
  const lock = Lock.optional().parse(bySortKey.get('LOCK'))
  return {
    ...FormItem.parse(form),
    ...(draft ? { [draft.endedAt === undefined ? 'draft' : 'ended']: draft } : {}),
    ...(lock ? { lock } : {}),
  }
}

type Save = Pick<Draft, 'title' | 'content' | 'startedFrom'> & {
  /** The revision that the person has seen; 0 for no draft. */
  readonly seen: number
  readonly by: string
  readonly at: string
}

/** The draft that a save made already, when it is sent again after a lost reply. */
export const savedAlready = ({ draft }: Editing, { title, content, seen }: Save): Draft | undefined =>
  draft?.follows === seen && draft.title === title && draft.content === content ? draft : undefined

/**
 * Writes a draft, if `seen` is still its revision, in one write. The same save sent again answers what it made. Throws
 * `stale` with where the draft stands otherwise, and then nothing changed.
 */
export const saveDraft = async (form: Editing, save: Save): Promise<Draft> => {
  const { seen, by, at, title, content, startedFrom } = save
  const already = savedAlready(form, save)
  if (already) return already
  if ((form.draft?.revision ?? 0) !== seen) throw staleDraft(form.draft)
  const over = (form.draft ?? form.ended)?.revision ?? 0
  const draft: Draft = {
    ...{ revision: over + 1, follows: seen, savedAt: at, savedBy: by, title, content },
    ...(startedFrom ? { startedFrom } : {}),
  }
  if (await putItem(keys.formDraft(form.id), draft, ifRevision(over))) return draft
  const current = await currentOf(form)
  const meanwhile = savedAlready(current, save)
  if (meanwhile) return meanwhile
  throw staleDraft(current.draft)
}

type End = { readonly seen: number; readonly by: string; readonly at: string }

/**
 * Ends the draft of a form, given up or published, if `seen` is still its revision; ending it twice is ending it once.
 * Throws `stale` with where the draft stands otherwise, and then nothing changed.
 */
export const endDraft = async (form: Editing, { seen, by, at }: End): Promise<void> => {
  if (hasEnded(form, seen)) return
  if (form.draft?.revision !== seen) throw staleDraft(form.draft)
  const { title } = form.draft
  const ended: Draft = {
    ...{ revision: seen + 1, follows: seen, savedAt: at, savedBy: by, title, content: '', endedAt: at },
  }
  if (await putItem(keys.formDraft(form.id), ended, ifRevision(seen))) return
  const current = await currentOf(form)
  if (!hasEnded(current, seen)) throw staleDraft(current.draft)
}

const hasEnded = ({ ended }: Editing, seen: number): boolean => ended?.follows === seen

const currentOf = async (form: Editing): Promise<Editing> => {
  const { draft: _, ended: __, ...rest } = form
  const now = await findItem(keys.formDraft(form.id), Draft)
  return { ...rest, ...(now ? { [now.endedAt === undefined ? 'draft' : 'ended']: now } : {}) }
}

const ifRevision = (revision: number) =>
  revision === 0
    ? { condition: 'attribute_not_exists(pk)' }
    : { condition: 'revision = :seen', values: { ':seen': revision } }

const staleDraft = (draft: Draft | undefined): Problem => {
  if (!draft)
    return new Problem(
      'stale',
      'Ce brouillon n’existe plus : il a été publié ou abandonné entre-temps. Rien n’a été enregistré.',
      {
        extra: { current: { revision: 0, savedAt: new Date(0).toISOString(), savedBy: '' } },
      },
    )
  const { revision, savedAt, savedBy } = draft
  return new Problem(
    'stale',
    `Ce questionnaire a été enregistré entre-temps par ${savedBy}. Rien n’a été écrasé : relisez sa version, puis recommencez.`,
    { extra: { current: { revision, savedAt, savedBy } } },
  )
}
