// What travels between the page and the API: the bodies and replies of design §6, one schema a message.
// Both sides use these types; the OpenAPI document is generated from them.
import * as z from 'zod'
import {
  Agency,
  Answers,
  Campaign,
  FormInfo,
  HistoryEntry,
  Id,
  Instant,
  Membership,
  Receipt,
  Response,
  ResponseId,
  ResponseStatus,
  Section,
  SectionName,
  SubmissionSummary,
} from './schemas.ts'

/** GET /me: the signed-in person, and the server's clock for pages to count from. */
export const Me = z.object({
  email: z.email(),
  name: z.string(),
  memberships: z.array(Membership),
  agencies: z.array(Agency),
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
}).extend({
  /** Of the last submission. */
  reference: z.string().optional(),
  submittedAt: Instant.optional(),
  /** Where the fill page of this response's form version is. */
  fillUrl: z.string(),
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
export const SubmissionView = SubmissionSummary.extend({ answers: Answers })
export type SubmissionView = z.infer<typeof SubmissionView>

/** GET /responses/{id}; its ETag goes into the If-Match of a submission. */
export const ResponseView = ResponseSummary.extend({
  form: FormInfo.pick({
    id: true,
    title: true,
    sections: true,
    toPrepare: true,
    estimatedMinutes: true,
  }).extend({
    version: z.int(),
  }),
  definitionUrl: z.string(),
  /** Values the server sets, by question: shown read-only. */
  prefilled: Answers,
  sections: z.record(SectionName, Section.omit({ name: true })),
  submission: SubmissionView.optional(),
  /** What this person may do here, whatever the deadline. */
  may: z.object({ save: z.array(SectionName), submit: z.boolean() }),
  /** Whether the response takes answers now: status and deadline. */
  takesAnswers: z.boolean(),
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
export const Submit = z.strictObject({ answers: Answers })
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
})
export type HistoryItem = z.infer<typeof HistoryItem>
export const HistoryList = z.object({ items: z.array(HistoryItem) })
export type HistoryList = z.infer<typeof HistoryList>

export const StatusCounts = z.record(ResponseStatus, z.int())
export type StatusCounts = z.infer<typeof StatusCounts>

export const CampaignView = Campaign.extend({ now: Instant })
export type CampaignView = z.infer<typeof CampaignView>

/** GET /campaigns */
export const CampaignList = z.object({ items: z.array(Campaign), now: Instant })
export type CampaignList = z.infer<typeof CampaignList>

/** A row of a campaign, for the Caf. */
export const CampaignRow = z.object({
  id: ResponseId,
  projectName: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  status: ResponseStatus,
  closesAt: Instant,
  reference: z.string().optional(),
  submittedAt: Instant.optional(),
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
