// What people save and transmit: the draft of a section, a submission, the proof of it.
import * as z from 'zod'
import { Coherence } from '../findings.ts'
import { Answers, Instant, SectionName } from './scalars.ts'

/** That a submission was made by the Caf: why, and the number of the one it corrects, which stays as it was. */
export const MadeByCaf = z.object({ reason: z.string(), corrects: z.int().positive() })
export type MadeByCaf = z.infer<typeof MadeByCaf>

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
