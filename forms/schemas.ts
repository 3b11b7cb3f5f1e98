// The vocabulary (design §2): one zod schema and one type a noun, under one name. What is read from the
// table passes through these as well as what comes from the wire.
import * as z from 'zod'
import { Coherence } from './findings.ts'
import { CarriedOver, Compared, FundingMarks } from './form-marks.ts'
import { isNote } from './note-names.ts'
import { ResultMarks } from './result-marks.ts'

/** An instant, ISO 8601 in UTC with milliseconds; such strings sort as time does. */
export const Instant = z.iso.datetime({ precision: 3 })
/** A calendar day without zone, `2024-07-12`. */
export const PlainDate = z.iso.date('Ce jour n’existe pas. Donnez un jour du calendrier, comme 2024-07-12.')
/** An identifier we chose: lower case words joined by hyphens. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
/** `<campaign>.<subject>` */
export const ResponseId = z.string().regex(/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/)
/** The name of a section, which is the name of a page of the definition. */
export const SectionName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(60)

/** Answers by question name. What a value may be is the definition's matter: see shape.ts. */
export const Answers = z.record(z.string(), z.json())
export type Answers = z.infer<typeof Answers>

export const PartnerRole = z.enum(['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur'])
export type PartnerRole = z.infer<typeof PartnerRole>
export const AgentRole = z.enum(['conseiller', 'gestionnaire-campagne', 'concepteur', 'administrateur'])
export type AgentRole = z.infer<typeof AgentRole>

/** A person's roles in one organisation. */
export const Membership = z.object({
  organisationId: Id,
  organisationName: z.string(),
  roles: z.array(PartnerRole),
})
export type Membership = z.infer<typeof Membership>

/** A person's roles in one Caf. */
export const Agency = z.object({ cafId: Id, cafName: z.string(), roles: z.array(AgentRole) })
export type Agency = z.infer<typeof Agency>

/** The signed-in person with all memberships, loaded at every request: a removed member loses access at once. */
export const Actor = z.object({
  sub: z.string(),
  email: z.email(),
  name: z.string(),
  memberships: z.array(Membership),
  agencies: z.array(Agency),
})
export type Actor = z.infer<typeof Actor>

/** A Caf; `zone` is that of its campaigns unless they say otherwise. */
export const Caf = z.object({ id: Id, name: z.string(), zone: z.string() })
export type Caf = z.infer<typeof Caf>

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  siret: z.string().optional(),
  rna: z.string().optional(),
  commune: z.string().optional(),
  /** The Cafs it deals with: their agents may see it. */
  cafIds: z.array(Id).optional(),
  /** The response whose validation made it. */
  openedBy: ResponseId.optional(),
})
export type Organisation = z.infer<typeof Organisation>

/** `2023-2024` */
export const SchoolYear = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{4}$/.test(text) && Number(text.slice(5)) === Number(text.slice(0, 4)) + 1,
    'Donnez une année scolaire, comme 2024-2025.',
  )

/** A fact about a project that a campaign may call by, as the Caf words it: « imprimés renvoyés ». */
export const ProjectFact = z.string().trim().min(1).max(80)

/** How many collectifs a Caf notified for one school year: this number pays, not the convention's. */
export const Notification = z.object({ collectifs: z.int().min(0).max(999), at: Instant, by: z.string() })
export type Notification = z.infer<typeof Notification>

/** An organisation's project that a Caf funds. */
export const Project = z.object({
  id: Id,
  name: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  cafId: Id,
  facts: z.array(ProjectFact).default([]),
  /** The imports whose list holds this project. */
  importIds: z.array(Id).default([]),
  /** The school years of its convention (COF); without them it counts as funded. */
  cof: z.object({ first: SchoolYear, last: SchoolYear }).optional(),
  /** By school year. */
  notifications: z.record(SchoolYear, Notification).optional(),
  /** The validation that made it was withdrawn: it is called by no campaign. */
  suspended: z.boolean().optional(),
})
export type Project = z.infer<typeof Project>

/** A section of a form: its page, and the role that fills it. */
export const SectionInfo = z.object({
  name: SectionName.refine((name) => !isNote(name), 'Ce nom est réservé : donnez-en un autre à cette page.'),
  title: z.string(),
  role: z.enum(['saisie-activite', 'saisie-financiere']),
})
export type SectionInfo = z.infer<typeof SectionInfo>

/**
 * What the Caf's validation of a response brings about, and the questions that say of whom: an organisation with its
 * people's accesses, a project with the years of its convention. `people` is a table with columns `nom`, `mel`, `roles`.
 */
export const OnValidation = z.strictObject({
  organisation: z
    .strictObject({
      name: z.string(),
      siret: z.string().optional(),
      rna: z.string().optional(),
      people: z.string().optional(),
    })
    .optional(),
  project: z.strictObject({ name: z.string(), years: z.int().min(1).max(6) }).optional(),
})
export type OnValidation = z.infer<typeof OnValidation>

/** What form.json says of a definition beside SurveyJS's own JSON. */
export const FormInfo = z.object({
  id: Id,
  title: z.string(),
  /** Two letters that open every receipt reference of this form. */
  referencePrefix: z.string().regex(/^[A-Z]{2}$/),
  estimatedMinutes: z.int().positive(),
  sections: z.array(SectionInfo).min(1),
  /** Questions whose value the server sets, by question name. Their source is a fact about the subject. */
  prefilled: z.record(z.string(), z.enum(['organisation.name', 'project.name', 'campaign.schoolYear'])),
  /** Questions whose choices are the communes of these départements, filled in at publication. */
  communes: z.record(z.string(), z.array(z.string())).default({}),
  /** The definition it comes from, whatever id a Caf publishes it under: what coherence rules and other forms say. */
  kind: Id.optional(),
  carriedOver: z.array(CarriedOver).default([]),
  compared: Compared.optional(),
  funding: FundingMarks.optional(),
  results: ResultMarks.optional(),
  /** Whether a person may start a new response from a copy of an earlier one. */
  mayDuplicate: z.boolean().default(false),
  onValidation: OnValidation.optional(),
  /** What to have at hand before starting, one sentence each. */
  toPrepare: z.array(z.string()),
})
export type FormInfo = z.infer<typeof FormInfo>

/** A published version: immutable, served at `/forms/<form>/<version>.json`. */
export const FormVersion = z.object({
  formId: Id,
  version: z.int().positive(),
  info: FormInfo,
  /** The SurveyJS JSON. */
  definition: z.record(z.string(), z.json()),
  sha256: z.string(),
  publishedAt: Instant,
})
export type FormVersion = z.infer<typeof FormVersion>

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
const Move = { from: z.int().positive(), to: z.int().positive() }

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

export const ResponseStatus = z.enum(['called', 'draft', 'submitted', 'to-correct', 'validated', 'missed'])
export type ResponseStatus = z.infer<typeof ResponseStatus>

export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  type: z.enum([
    'called',
    'started',
    'submitted',
    'reminded',
    'extended',
    'correction-asked',
    'corrected',
    'message',
    'lapsed',
    'validated',
    'validation-withdrawn',
    'missed',
    'version-changed',
  ]),
  /** Who did it, in words; absent when a schedule did. */
  by: z.string().optional(),
  detail: z.string().optional(),
  /** The deadline it set. */
  closesAt: Instant.optional(),
  /** The number of the submission it made. */
  submission: z.int().positive().optional(),
  /** The questions it is about: pointers into the answers. */
  questions: z.array(z.string()).optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const MailName = z.enum([
  'call',
  'reminder-not-started',
  'reminder-draft',
  'receipt',
  'extension',
  'correction-asked',
  'corrected',
  'message-to-partner',
  'message-to-caf',
  'validated',
  'validation-withdrawn',
  'missed',
  'closing-summary',
  'invitation',
])
export type MailName = z.infer<typeof MailName>

/**
 * A mail that a change owes, kept in the same write as the change. Who gets it and its words follow from the item
 * it stands on when it is delivered; `facts` is what only the change knew. One id is never sent twice.
 */
export const OutboxEntry = z.object({
  id: z.string(),
  at: Instant,
  mail: MailName,
  facts: z.record(z.string(), z.string()).default({}),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

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

/** That a submission was made by the Caf: why, and the number of the one it corrects, which stays as it was. */
export const MadeByCaf = z.object({ reason: z.string(), corrects: z.int().positive() })
export type MadeByCaf = z.infer<typeof MadeByCaf>

/** When a side last read the messages of a response, and who of it. */
const Seen = z.object({ at: Instant, by: z.string() })

/** The version of the questionnaire something was made for; absent, the one its response was called with. */
const FormVersionMade = z.int().positive().optional()

/** What the RESPONSE item keeps of the submission that counts. */
export const SubmissionSummary = z.object({
  number: z.int().positive(),
  id: z.string(),
  reference: z.string(),
  sha256: z.string(),
  receivedAt: Instant,
  by: z.string(),
  /** The revision each section had when this was sent: a later one is a draft not yet sent. */
  sectionRevisions: z.record(SectionName, z.int()),
  /** Absent on what a partner transmitted. */
  madeByCaf: MadeByCaf.optional(),
  formVersion: FormVersionMade,
})
export type SubmissionSummary = z.infer<typeof SubmissionSummary>

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

/** That a person stands by a section as it was at a revision; a later save replaces the item, hence voids it. */
export const Confirmation = z.object({ by: z.string(), at: Instant, revision: z.int().nonnegative() })
export type Confirmation = z.infer<typeof Confirmation>

/** The draft of one section, saved and versioned by itself. */
export const Section = z.object({
  name: SectionName,
  answers: Answers,
  revision: z.int().nonnegative(),
  savedAt: Instant,
  savedBy: z.string(),
  confirmation: Confirmation.optional(),
  formVersion: FormVersionMade,
  /** The revisions of the drafts of older versions that its content was taken from, by section. */
  taken: z.record(SectionName, z.int()).optional(),
})
export type Section = z.infer<typeof Section>

/** Proof of a submission: what the partner keeps. `jws` is a compact ES256 JWS over the same facts. */
export const Receipt = z.object({
  reference: z.string(),
  receivedAt: Instant,
  sha256: z.string(),
  jws: z.string(),
})
export type Receipt = z.infer<typeof Receipt>

/**
 * A submission as stored: immutable. `reply` is the body answered, kept so that a retry gets the same bytes;
 * `sectionRevisions` is the revision each section had when this was sent.
 */
export const Submission = z.object({
  id: z.string(),
  number: z.int().positive(),
  answers: Answers,
  by: z.string(),
  receivedAt: Instant,
  receipt: Receipt,
  sectionRevisions: z.record(SectionName, z.int()),
  /** What the coherence rules found, with the person's justifications; absent before there were rules. */
  coherence: Coherence.optional(),
  /** Who stands by each section, where several roles fill them. */
  confirmations: z.record(SectionName, Confirmation).optional(),
  /** Absent on what a partner transmitted. */
  madeByCaf: MadeByCaf.optional(),
  formVersion: FormVersionMade,
  idempotencyKey: z.string(),
  reply: z.string(),
})
export type Submission = z.infer<typeof Submission>
