// What travels about campaigns, for the Caf that runs them.
import * as z from 'zod'
import { Audience, Campaign, JobKind } from './nouns/campaign.ts'
import { Caf } from './nouns/people.ts'
import { Id, Instant, PlainDate, ResponseId, SchoolYear } from './nouns/scalars.ts'
import { Outcome } from './outcome.ts'
import { KeptMonths } from './retention-wire.ts'
import { Reason, words } from './written-words.ts'

/** Where a campaign is in its life at an instant. */
export const CampaignPhase = z.enum(['draft', 'upcoming', 'open', 'closed'])
export type CampaignPhase = z.infer<typeof CampaignPhase>

/** Something a campaign does by itself: `dueAt` is when, `firedAt` when it began, `doneAt` when it was done. */
export const CampaignJobView = z.object({
  name: z.string(),
  kind: JobKind.exclude(['import', 'export', 'delete']),
  dueAt: Instant,
  firedAt: Instant.optional(),
  doneAt: Instant.optional(),
  /** How many responses it has dealt with so far. */
  handled: z.int(),
})
export type CampaignJobView = z.infer<typeof CampaignJobView>

/** GET /campaigns/{id}, and the reply of what creates or changes one. Its ETag may go into an If-Match. */
export const CampaignView = Campaign.extend({
  phase: CampaignPhase,
  formTitle: z.string(),
  /** What it will do or has done by itself, by time. */
  jobs: z.array(CampaignJobView),
  /** `extend`: give more time to some responses; also false where the campaign allows none. */
  may: z.object({
    edit: z.boolean(),
    remind: z.boolean(),
    extend: z.boolean(),
    validate: z.boolean(),
    /** Have it go on with another version of its questionnaire. */
    move: z.boolean().optional(),
  }),
  now: Instant,
})
export type CampaignView = z.infer<typeof CampaignView>

/** GET /campaigns; `cafs` are the caller's, `may.create` says for which of them the caller may create one. */
export const CampaignList = z.object({
  items: z.array(Campaign.extend({ phase: CampaignPhase })),
  cafs: z.array(Caf),
  may: z.object({ create: z.array(Id) }),
  now: Instant,
})
export type CampaignList = z.infer<typeof CampaignList>

const title = words(200)
const consequence = words(500)
/** Days before the last day, or the days themselves. */
const reminderDays = z.array(z.union([z.int(), PlainDate])).max(10, 'Dix rappels au plus.')

/**
 * POST /campaigns. Called when it opens, at once if the first day has come; with `status: 'draft'` nothing happens
 * before it is published. `cafId` is needed by agents of several Cafs only; `version` is the latest by default.
 */
export const NewCampaign = z.strictObject({
  cafId: Id.optional(),
  formId: Id,
  version: z.int().positive().optional(),
  title,
  schoolYear: SchoolYear,
  firstDay: PlainDate,
  lastDay: PlainDate,
  zone: z.string().max(60).optional(),
  reminderDays: reminderDays.optional(),
  audience: Audience.default('all'),
  extensions: z.boolean().default(true),
  consequence: consequence.optional(),
  recursUntil: SchoolYear.optional(),
  keptMonths: KeptMonths.optional(),
  status: z.enum(['draft', 'published']).default('published'),
})
export type NewCampaign = z.infer<typeof NewCampaign>

/**
 * PATCH /campaigns/{id}: what is told changes, null takes away. `status: 'published'` publishes a draft. Once open,
 * only `lastDay` (later, with a `reason`), `reminderDays`, `recursUntil` and `keptMonths` change; a closed one is opened again by
 * a `lastDay` to come and a `reason`.
 */
export const ChangeCampaign = z
  .strictObject({
    version: z.int().positive(),
    title,
    schoolYear: SchoolYear,
    firstDay: PlainDate,
    lastDay: PlainDate,
    zone: z.string().max(60),
    reminderDays,
    audience: Audience,
    extensions: z.boolean(),
    consequence: consequence.nullable(),
    recursUntil: SchoolYear.nullable(),
    keptMonths: KeptMonths,
    status: z.literal('published'),
    reason: Reason,
  })
  .partial()
export type ChangeCampaign = z.infer<typeof ChangeCampaign>

/** POST /campaigns/{id}/clone: a draft for the next year; dates are moved by whole years until they are to come. */
export const CloneCampaign = z
  .strictObject({ title, schoolYear: SchoolYear, firstDay: PlainDate, lastDay: PlainDate })
  .partial()
export type CloneCampaign = z.infer<typeof CloneCampaign>

/** POST /campaigns/{id}/reminders: to these responses, or to all that are not submitted; a word may be added. */
export const Remind = z.strictObject({
  responses: z.array(ResponseId).min(1).max(1000).optional(),
  message: words(1000).optional(),
})
export type Remind = z.infer<typeof Remind>
/** `skipped` have submitted, are closed, or have had this reminder; while `done` is false it goes on by itself. */
export const Reminded = z.object({
  reminded: z.int(),
  skipped: z.int(),
  done: z.boolean(),
  /** Of the responses that were named, what came of each. */
  items: z.array(Outcome).optional(),
})
export type Reminded = z.infer<typeof Reminded>
