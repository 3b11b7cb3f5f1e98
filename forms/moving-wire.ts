// What travels about a campaign that goes on with a later version of its questionnaire: what would happen, the change
// itself, and what a page is told of what it left.
import * as z from 'zod'
import { Mapping, QuestionPath } from './moving/mapping.ts'
import { ResponseStatus } from './nouns/history.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

/** A value that has no place in the new version. */
const LostValue = z.object({
  /** Into the answers of the old version. */
  pointer: z.string(),
  question: z.string(),
  title: z.string(),
  value: z.json(),
  /** The value in the words of the old version. */
  words: z.string(),
  reason: z.string(),
})

const ToComplete = z.object({ pointer: z.string(), detail: z.string() })

/** What a change of version left in a response: what could not be taken over, what is to complete. */
export const MovedView = z.object({
  from: z.int(),
  to: z.int(),
  at: Instant,
  /** The changes since it was called, for what a device kept of an older version. */
  steps: z.array(z.object({ from: z.int(), to: z.int(), mapping: Mapping })),
  lost: z.array(LostValue),
  toComplete: z.array(ToComplete),
})
export type MovedView = z.infer<typeof MovedView>

/** POST /forms/{id}/rehearsal: what a change would do to the responses of a campaign, some at a time. */
export const Rehearse = z.strictObject({
  campaignId: Id,
  /** A published version, or the draft as it is now. */
  to: z.union([z.int().positive(), z.literal('draft')]),
  mapping: Mapping,
  /** Where the page before left off. */
  from: z.string().max(500).optional(),
})
export type Rehearse = z.infer<typeof Rehearse>

/** How many responses a change would touch. */
export const RehearsalCounts = z.object({
  /** Looked at so far. */
  handled: z.int(),
  /** Nothing was answered there yet. */
  untouched: z.int(),
  /** Drafts, and what was submitted, that would have something to complete. */
  drafts: z.int(),
  submitted: z.int(),
  /** Responses that would lose a value. */
  losing: z.int(),
})
export type RehearsalCounts = z.infer<typeof RehearsalCounts>

export const RehearsalItem = z.object({
  id: ResponseId,
  projectName: z.string(),
  organisationName: z.string(),
  status: ResponseStatus,
  lost: z.array(LostValue),
  toComplete: z.array(ToComplete),
})
export type RehearsalItem = z.infer<typeof RehearsalItem>

/** `items` are the responses that something would happen to; `next` is where the next page starts. */
export const Rehearsal = z.object({
  from: z.int(),
  items: z.array(RehearsalItem),
  counts: RehearsalCounts,
  /** How many responses the campaign has. */
  total: z.int(),
  next: z.string().optional(),
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** POST /campaigns/{id}/version: the campaign goes on with a later version. */
export const ChangeVersion = z.strictObject({
  version: z.int().positive(),
  mapping: Mapping,
  /** The questions whose values need not be taken over, by their path in the old version. */
  losing: z.array(QuestionPath).max(500).default([]),
})
export type ChangeVersion = z.infer<typeof ChangeVersion>
