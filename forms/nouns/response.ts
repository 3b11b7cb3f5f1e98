// What one subject owes one campaign, and where it has come to.
import * as z from 'zod'
import { Move } from './campaign.ts'
import { HistoryEntry, OutboxEntry, ResponseStatus } from './history.ts'
import { Id, Instant, ResponseId, SectionName } from './scalars.ts'
import { SubmissionSummary } from './submission.ts'

/**
 * What a closing points out to the Caf: a draft that was not sent though it looks complete, a correction that was
 * asked and not sent in time.
 */
export const Flag = z.enum(['looks-complete', 'correction-lapsed'])
export type Flag = z.infer<typeof Flag>

/** A status that a response came to, and when. */
export const Step = z.object({ at: Instant, status: ResponseStatus })
export type Step = z.infer<typeof Step>

/** That more time was given, and why: `closesAt` of the response says until when. */
const Extension = z.object({ at: Instant, by: z.string(), reason: z.string() })

/** What a Caf asks to be corrected; it holds while the status is `to-correct`. */
const Correction = z.object({
  at: Instant,
  by: z.string(),
  message: z.string(),
  /** The questions it is about: pointers into the answers. */
  questions: z.array(z.string()).optional(),
})

/** When a side last read the messages of a response, and who of it. */
const Seen = z.object({ at: Instant, by: z.string() })

/** What one subject owes one campaign; exactly one exists. */
export const Response = z.object({
  id: ResponseId,
  campaignId: Id,
  campaignTitle: z.string(),
  cafId: Id,
  cafName: z.string(),
  /** Absent while a new deposit belongs to nobody but the person who started it. */
  organisationId: Id.optional(),
  organisationName: z.string(),
  /** Who started a deposit, by address. */
  startedBy: z.email().optional(),
  /** The subject: a project, an organisation, or a new deposit, which becomes the project of that id. */
  projectId: Id,
  projectName: z.string(),
  formId: Id,
  formVersion: z.int().positive(),
  formTitle: z.string(),
  estimatedMinutes: z.int(),
  schoolYear: z.string(),
  zone: z.string(),
  status: ResponseStatus,
  closesAt: Instant,
  deadlineFrom: z.enum(['campaign', 'own']),
  consequence: z.string().optional(),
  /** As the campaign says: whether more time may be given. */
  extensions: z.boolean().default(true),
  flags: z.array(Flag).default([]),
  /** The last time more time was given. */
  extension: Extension.optional(),
  correction: Correction.optional(),
  /** The reminders owed so far, by id: none is owed twice. */
  reminders: z.array(z.string()).default([]),
  remindedAt: Instant.optional(),
  /** How many submissions counted so far; the last one stands. */
  submissionNumber: z.int().nonnegative(),
  submission: SubmissionSummary.optional(),
  /** The ids of the submissions that counted, in order. */
  submissionIds: z.array(z.string()),
  /** What a validation, or its withdrawal, must still bring about (`FormInfo.onValidation`). */
  effect: z.enum(['open', 'close']).optional(),
  validatedAt: Instant.optional(),
  /** What was saved up to then was given up, and is still to be erased. */
  erasing: Instant.optional(),
  /** That it was given up whole: nobody finds it any more, and its history stays as long as its campaign's answers. */
  givenUp: z.object({ at: Instant, by: z.string() }).optional(),
  /** How many messages each side has not read, and who of it read last. */
  unreadByCaf: z.int().nonnegative().optional(),
  unreadByPartner: z.int().nonnegative().optional(),
  seenByCaf: Seen.optional(),
  seenByPartner: Seen.optional(),
  /** The statuses it came to, in order, each in the write that made it so; absent before this was kept. */
  steps: z.array(Step).optional(),
  /** How many quarters of each section its draft fills, and when that last changed: see progress.ts. */
  quarters: z.record(SectionName, z.int()).optional(),
  movedAt: Instant.optional(),
  /**
   * The versions it came to after it was called, in order, each with what the change left to complete then. What was
   * stored before stays as it was; see moving/.
   */
  moves: z
    .array(
      z.object({
        id: z.string(),
        ...Move,
        at: Instant,
        toComplete: z.array(z.object({ pointer: z.string(), detail: z.string() })),
      }),
    )
    .optional(),
  /** Buffers, drained by a worker to items of their own and to mail. */
  history: z.array(HistoryEntry),
  outbox: z.array(OutboxEntry).default([]),
})
export type Response = z.infer<typeof Response>
