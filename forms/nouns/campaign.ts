// A form version asked of an audience between two days.
import * as z from 'zod'
import { ProjectFact } from './people.ts'
import { Id, Instant, PlainDate, SchoolYear } from './scalars.ts'

/** At most this many projects in a list: the campaign item stays small. Longer ones are imported. */
const MAX_LISTED = 2000

/** Whom a campaign calls: all funded projects, a list, those with a fact, those of an import; or whoever comes. */
export const Audience = z.union([
  z.literal('all'),
  z.literal('open'),
  z.strictObject({ projects: z.array(Id).max(MAX_LISTED) }),
  z.strictObject({ fact: ProjectFact }),
  z.strictObject({ importId: Id }),
])
export type Audience = z.infer<typeof Audience>

/** A deadline that was moved, by whom and why. */
const DeadlineChange = z.object({
  at: Instant,
  by: z.string(),
  from: Instant,
  to: Instant,
  reason: z.string(),
})

/** How many responses and documents were deleted once they had been kept long enough. */
const Deletion = z.object({
  startedAt: Instant,
  doneAt: Instant.optional(),
  responses: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  /** The run that counted them last: none counts twice. */
  countedBy: z.string().optional(),
})

/** From one version of a questionnaire to a later one. */
export const Move = { from: z.int().positive(), to: z.int().positive() }

/**
 * A form version asked of an audience between two days. Whether a published one is to come, open or closed
 * follows from the clock (`phaseOf`); `openedAt` and `closedAt` only say that what had to be done then is done.
 */
export const Campaign = z.object({
  id: Id,
  cafId: Id,
  cafName: z.string(),
  title: z.string(),
  formId: Id,
  formVersion: z.int().positive(),
  schoolYear: SchoolYear,
  status: z.enum(['draft', 'published']).default('published'),
  firstDay: PlainDate,
  lastDay: PlainDate,
  zone: z.string(),
  opensAt: Instant,
  /** Exclusive: the first instant at which nothing is accepted any more. */
  closesAt: Instant,
  /** How many days before the last day people are reminded, the earliest first; 0 is the last day itself. */
  reminderDays: z.array(z.int().nonnegative()).default([]),
  audience: Audience.default('all'),
  /** False: « pas de délai supplémentaire accordé », neither to one nor to all. */
  extensions: z.boolean().default(true),
  /** What missing the deadline costs, as a French sentence. */
  consequence: z.string().optional(),
  /** Next year's campaign is drafted at closing, up to this school year. */
  recursUntil: SchoolYear.optional(),
  /** The campaign this one was cloned from. */
  follows: Id.optional(),
  /** Drafted by itself from last year's: it waits for the Caf to publish or delete it. */
  proposed: z.boolean().default(false),
  /** Counts the changes: a change says which one it has seen. */
  revision: z.int().positive().default(1),
  /** When calling began: from then on the deadline only moves later. */
  openedAt: Instant.optional(),
  /** When everything that had to be settled at closing was. */
  closedAt: Instant.optional(),
  deadlineChanges: z.array(DeadlineChange).default([]),
  /** How many months its answers are kept after its last day (retention.ts). */
  keptMonths: z.int().positive().optional(),
  /** That its answers are being deleted, or are: nothing changes in it any more. */
  deletion: Deletion.optional(),
  /** Who drafted or created it. */
  createdBy: z.string().optional(),
  /** The changes of its version since it was published, in order: `id` names what was said of each (moving/). */
  moves: z.array(z.object({ id: z.string(), ...Move, at: Instant, by: z.string() })).optional(),
})
export type Campaign = z.infer<typeof Campaign>

/** What a campaign does by itself; and what an import and an export do. */
export const JobKind = z.enum([
  'open',
  'remind',
  'close',
  'sweep',
  'extend',
  'move',
  'import',
  'export',
  'delete',
])
export type JobKind = z.infer<typeof JobKind>
