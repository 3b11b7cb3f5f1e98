// What travels between the page and the API: the bodies and replies of design §6, one schema a message.
// Both sides use these types; the OpenAPI document is generated from them.
import * as z from 'zod'
import { Coherence, Justifications } from './findings.ts'
import { MovedView } from './moving-wire.ts'
import { Outcome } from './outcome.ts'
import { AnswerChanged, QuestionPointer } from './question-wire.ts'
import { KeptMonths } from './retention-wire.ts'
import {
  Agency,
  Answers,
  Audience,
  Caf,
  Campaign,
  Confirmation,
  FormInfo,
  HistoryEntry,
  Id,
  Instant,
  JobKind,
  MadeByCaf,
  Membership,
  PartnerRole,
  PlainDate,
  Project,
  ProjectFact,
  Receipt,
  Response,
  ResponseId,
  ResponseStatus,
  SchoolYear,
  Section,
  SectionName,
  SubmissionSummary,
} from './schemas.ts'
import { TrialFacts } from './trials-wire.ts'

/** GET /me: the signed-in person, and the server's clock for pages to count from. */
export const Me = z.object({
  email: z.email(),
  name: z.string(),
  memberships: z.array(Membership),
  agencies: z.array(Agency),
  /** The organisations and Cafs whose invitation was not taken up in time. */
  expired: z.array(z.string()).default([]),
  now: Instant,
})
export type Me = z.infer<typeof Me>

/** A response in a list: what a card or a row shows. */
export const ResponseSummary = Response.pick({
  id: true,
  campaignId: true,
  campaignTitle: true,
  cafName: true,
  organisationId: true,
  organisationName: true,
  projectId: true,
  projectName: true,
  formTitle: true,
  estimatedMinutes: true,
  schoolYear: true,
  zone: true,
  status: true,
  closesAt: true,
  deadlineFrom: true,
  consequence: true,
  extensions: true,
  flags: true,
  extension: true,
  /** While the status is `to-correct`. */
  correction: true,
}).extend({
  /** Of the last submission. */
  reference: z.string().optional(),
  submittedAt: Instant.optional(),
  /** Whether the submission that counts is a correction by the Caf. */
  madeByCaf: MadeByCaf.optional(),
  /** How many messages the caller's side has not read. */
  unread: z.int(),
  /** Where the fill page of this response's form version is. */
  fillUrl: z.string(),
  /** Where what to gather before filling it is told. */
  dataMapUrl: z.string(),
})
export type ResponseSummary = z.infer<typeof ResponseSummary>

/** GET /responses */
export const ResponseList = z.object({
  items: z.array(ResponseSummary),
  now: Instant,
  next: z.string().optional(),
})
export type ResponseList = z.infer<typeof ResponseList>

/** The last submission, with its answers. */
export const SubmissionView = SubmissionSummary.extend({
  /** As they were sent. */
  answers: Answers,
  /** Where they were sent in another version of the questionnaire than the one told here: that one, and its page. */
  made: z.object({ version: z.int(), definitionUrl: z.string(), fillUrl: z.string() }).optional(),
  coherence: Coherence.optional(),
  confirmations: z.record(SectionName, Confirmation).optional(),
})
export type SubmissionView = z.infer<typeof SubmissionView>

/** GET /responses/{id}; its ETag goes into the If-Match of a submission. */
export const ResponseView = ResponseSummary.extend({
  form: FormInfo.pick({
    id: true,
    title: true,
    sections: true,
    toPrepare: true,
    estimatedMinutes: true,
    kind: true,
    compared: true,
    funding: true,
    mayDuplicate: true,
  }).extend({
    version: z.int(),
  }),
  definitionUrl: z.string(),
  /** Whether there is anything to check, compare or estimate in these answers: GET /responses/{id}/checks. */
  hasChecks: z.boolean(),
  /** Values the server sets, by question: shown read-only. */
  prefilled: Answers,
  /** Drafts of sections, and what is written beside the answers (notes.ts), which is saved alike. */
  sections: z.record(SectionName, Section.omit({ name: true })),
  submission: SubmissionView.optional(),
  /**
   * Where the questionnaire has changed since it was called: what the person goes on from, in the version told here; and
   * what the last change left.
   */
  working: Answers.optional(),
  moved: MovedView.optional(),
  /** What this person may do here, whatever the deadline. */
  may: z.object({
    save: z.array(SectionName),
    /** The sections this person may confirm; empty where the form asks for no confirmation. */
    confirm: z.array(SectionName),
    submit: z.boolean(),
    /** Write why something unusual is right, and confirm what comes from another year. */
    annotate: z.boolean(),
    /** Give more time to this response; also false where the campaign allows none. */
    extend: z.boolean(),
    askCorrection: z.boolean(),
    /** Correct what was submitted in the partner's place. */
    correct: z.boolean(),
    validate: z.boolean(),
    withdraw: z.boolean(),
  }),
  /** Who fills what this person may not, and who transmits: names by role. */
  team: z.record(PartnerRole, z.array(z.string())),
  /** What validating this brings about beside locking it. */
  opens: z.enum(['organisation', 'project', 'nothing']),
  /** Until when its answers are kept. */
  keptUntil: Instant.optional(),
  /** Whether the response takes answers now: status and deadline. */
  takesAnswers: z.boolean(),
  /** Only of a trial of a questionnaire, which nobody transmits: GET /trials/{id}. */
  trial: TrialFacts.optional(),
  now: Instant,
})
export type ResponseView = z.infer<typeof ResponseView>

/** PUT /responses/{id}/sections/{name} */
export const SaveSection = z.strictObject({ answers: Answers })
export type SaveSection = z.infer<typeof SaveSection>
export const SectionSaved = z.object({ revision: z.int(), savedAt: Instant, closesAt: Instant })
export type SectionSaved = z.infer<typeof SectionSaved>
/** The `current` member of a 412 on a section. */
export const CurrentSection = Section.pick({ answers: true, revision: true, savedAt: true, savedBy: true })
export type CurrentSection = z.infer<typeof CurrentSection>

/** POST /responses/{id}/submission */
export const Submit = z.strictObject({
  answers: Answers,
  /** Why what the coherence rules find unusual is right, by rule: `{"R8": "…"}`. A 422 says which are missing. */
  justifications: Justifications.optional(),
})
export type Submit = z.infer<typeof Submit>
export const Submitted = z.object({ receipt: Receipt, removed: z.array(z.string()) })
export type Submitted = z.infer<typeof Submitted>

/** POST /session: with a code from the identity provider, or empty to renew from the cookie. */
export const OpenSession = z.union([
  z.strictObject({ code: z.string().min(1), codeVerifier: z.string().min(43).max(128) }),
  z.strictObject({}),
])
export type OpenSession = z.infer<typeof OpenSession>
export const Session = z.object({ accessToken: z.string(), expiresInSeconds: z.int() })
export type Session = z.infer<typeof Session>

/**
 * GET /responses/{id}/history, oldest first. `attempt` is a submission that failed, with its reason; `mail` one that
 * was sent, `mail-lost` one that reached nobody or came back.
 */
export const HistoryItem = HistoryEntry.extend({
  type: z.enum([...HistoryEntry.shape.type.options, 'attempt', 'mail', 'mail-lost']),
  /** Of a correction by the Caf: each field it changed, before and after. */
  changes: z.array(AnswerChanged).optional(),
})
export type HistoryItem = z.infer<typeof HistoryItem>
export const HistoryList = z.object({ items: z.array(HistoryItem) })
export type HistoryList = z.infer<typeof HistoryList>

export const StatusCounts = z.record(ResponseStatus, z.int())
export type StatusCounts = z.infer<typeof StatusCounts>

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

/** What a person writes for others to read. */
const words = (most: number) =>
  z.string().trim().min(3, 'Écrivez au moins 3 caractères.').max(most, `Écrivez ${most} caractères au plus.`)

const Reason = words(500)
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

/**
 * POST /campaigns/{id}/responses: a member starts a deposit for one of their organisations, or a person for one that
 * is not here yet, under the name they give it.
 */
export const StartResponse = z
  .strictObject({
    organisationId: Id.optional(),
    organisationName: z.string().trim().min(2).max(200).optional(),
    /** What the deposit is called until the project has a name. */
    projectName: z.string().trim().min(3).max(200).optional(),
    /** A response to start from a copy of. */
    copyOf: ResponseId.optional(),
  })
  .refine(
    ({ organisationId, organisationName }) =>
      (organisationId === undefined) !== (organisationName === undefined),
    {
      path: ['organisationName'],
      message:
        'Choisissez une de vos organisations, ou donnez le nom de la vôtre si elle n’est pas encore inscrite.',
    },
  )
export type StartResponse = z.infer<typeof StartResponse>

/** PUT /responses/{id}/deadline: a Caf gives one response more time. */
export const ExtendResponse = z.strictObject({ lastDay: PlainDate, reason: Reason })
export type ExtendResponse = z.infer<typeof ExtendResponse>

/** POST /responses/{id}/correction: a Caf asks for a correction, with a deadline of its own. */
export const AskCorrection = z.strictObject({
  message: words(2000),
  lastDay: PlainDate,
  /** The questions it is about, as pointers into the answers: shown beside them. */
  questions: z.array(QuestionPointer).max(100, 'Choisissez 100 questions au plus.').optional(),
})
export type AskCorrection = z.infer<typeof AskCorrection>

/** What an extension or a request for correction answers. */
export const DeadlineSet = Response.pick({ status: true, closesAt: true, deadlineFrom: true })
export type DeadlineSet = z.infer<typeof DeadlineSet>

/** GET /projects: the projects the agent's Cafs fund, by name; `facts` are all that a campaign may call by. */
export const ProjectList = z.object({ items: z.array(Project), facts: z.array(ProjectFact) })
export type ProjectList = z.infer<typeof ProjectList>

/** A row of a campaign, for the Caf. */
export const CampaignRow = z.object({
  id: ResponseId,
  projectName: z.string(),
  organisationId: Id.optional(),
  organisationName: z.string(),
  status: ResponseStatus,
  /** How far its draft came, in percent of what is required: an estimate. Absent where nothing was saved. */
  percent: z.int().optional(),
  /** When the draft last came further. */
  movedAt: Instant.optional(),
  closesAt: Instant,
  deadlineFrom: Response.shape.deadlineFrom,
  flags: Response.shape.flags,
  remindedAt: Instant.optional(),
  reference: z.string().optional(),
  submittedAt: Instant.optional(),
  madeByCaf: MadeByCaf.optional(),
  /** How many messages the Caf has not read. */
  unread: z.int(),
})
export type CampaignRow = z.infer<typeof CampaignRow>

/** GET /campaigns/{id}/responses */
export const CampaignRows = z.object({ items: z.array(CampaignRow), counts: StatusCounts, now: Instant })
export type CampaignRows = z.infer<typeof CampaignRows>

/** GET /calendar: since when the caller has a calendar address, if they have one. */
export const CalendarState = z.object({ createdAt: Instant.optional() })
export type CalendarState = z.infer<typeof CalendarState>

/** POST /calendar: the address, told once. */
export const CalendarAddress = z.object({ url: z.url(), createdAt: Instant })
export type CalendarAddress = z.infer<typeof CalendarAddress>

/** A problem document (RFC 9457). */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
