// Trials of questionnaires: a partition each, in no index, which the table's time to live empties. Nothing that looks for
// responses can find one.
import * as z from 'zod'
import { Content } from '../../forms/editing-wire.ts'
import { CurrentSection } from '../../forms/filling-wire.ts'
import { Id, Instant, ResponseId } from '../../forms/nouns/scalars.ts'
import { Section, Submission } from '../../forms/nouns/submission.ts'
import { Problem } from '../../forms/problems.ts'
import type { Trial, Tried } from '../../forms/trials.ts'
import { keys, partitionOf } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem } from './write-items.ts'

const Kept = z.object({
  id: ResponseId,
  cafId: Id,
  cafName: z.string(),
  zone: z.string(),
  formId: Id,
  version: z.int().positive(),
  /** JSON text, in which keys keep their order. */
  content: z.string().transform((text) => Content.parse(JSON.parse(text))),
  begunAt: Instant,
  begunBy: z.string(),
  endsAt: Instant,
})

/** The table deletes an item a while after this. */
const expiring = ({ endsAt }: Trial) => ({ expiresAt: Math.ceil(Date.parse(endsAt) / 1000) })

/** Keeps a trial that begins. */
export const putTrial = async (trial: Trial): Promise<void> => {
  await putItem(keys.trial(trial.id), {
    ...{ ...trial, content: JSON.stringify(trial.content) },
    ...expiring(trial),
  })
}

/** A trial with what was answered in it. Throws `not-found`, once it has ended too. */
export const getTrial = async (id: string, now: string): Promise<Tried> => {
  const rows = new Map((await queryRange(partitionOf(keys.trial(id)))).map((row) => [String(row.sk), row]))
  const trial = Kept.optional().parse(rows.get('TRIAL'))
  if (!trial || trial.endsAt <= now) throw new Problem('not-found')
  const sections = [...rows].filter(([sk]) => sk.startsWith('SECTION#')).map(([, row]) => Section.parse(row))
  return {
    ...trial,
    sections: Object.fromEntries(sections.map((section) => [section.name, section])),
    submission: Submission.optional().parse(rows.get('SUBMISSION')),
  }
}

type Save = Pick<Section, 'name' | 'answers'> & { seen: number; by: string; at: string }

/** Saves a section as that of a response is saved: throws `stale` with the current one unless `seen` is its revision. */
export const saveTrialSection = async (trial: Trial, save: Save): Promise<Section> => {
  const { name, answers, seen, by, at } = save
  const section: Section = { name, answers, revision: seen + 1, savedAt: at, savedBy: by }
  const key = keys.trialSection(trial.id, name)
  const isSaved = await putItem(
    key,
    { ...section, ...expiring(trial) },
    seen === 0
      ? { condition: 'attribute_not_exists(pk)' }
      : { condition: 'revision = :seen', values: { ':seen': seen } },
  )
  if (isSaved) return section
  const nothing = { answers: {}, revision: 0, savedAt: new Date(0).toISOString(), savedBy: '' }
  const current = (await findItem(key, Section)) ?? nothing
  throw new Problem('stale', undefined, { extra: { current: CurrentSection.parse(current) } })
}

/** Keeps what would have been received, in place of what it follows. Throws `stale` when that is another by now. */
export const keepTrialSubmission = async (trial: Tried, submission: Submission): Promise<void> => {
  const isKept = await putItem(
    keys.trialSubmission(trial.id),
    { ...submission, ...expiring(trial) },
    trial.submission
      ? { condition: 'id = :before', values: { ':before': trial.submission.id } }
      : { condition: 'attribute_not_exists(pk)' },
  )
  if (!isKept)
    throw new Problem('stale', 'Quelqu’un vient de transmettre dans cet essai. Relisez, puis recommencez.')
}
