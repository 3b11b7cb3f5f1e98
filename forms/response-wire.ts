// What travels about one response, to whoever may read it: a card, the whole, its history.
import * as z from 'zod'
import { Coherence } from './findings.ts'
import { MovedView } from './moving-wire.ts'
import { FormInfo } from './nouns/form.ts'
import { HistoryEntry } from './nouns/history.ts'
import { PartnerRole } from './nouns/people.ts'
import { Response } from './nouns/response.ts'
import { Answers, Instant, SectionName } from './nouns/scalars.ts'
import { Confirmation, MadeByCaf, Section, SubmissionSummary } from './nouns/submission.ts'
import { AnswerChanged } from './question-wire.ts'
import { TrialFacts } from './trials-wire.ts'

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
  /** In a person's own list: that none of it is theirs to fill or to transmit. */
  forReading: z.literal(true).optional(),
  /** There too: that it is a draft begun by mistake for all they know, which they may give up. */
  mayGiveUp: z.literal(true).optional(),
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
    notices: true,
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
    /** Give up a draft that was never transmitted, and what that leaves: nothing, or what was called. */
    giveUp: z.enum(['gone', 'unbegun']).optional(),
    /** Give another name to a deposit that was never transmitted. */
    rename: z.boolean().default(false),
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
