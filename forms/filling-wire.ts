// What travels as a response is started, filled and transmitted.
import * as z from 'zod'
import { Justifications } from './findings.ts'
import { ResponseStatus } from './nouns/history.ts'
import { Answers, Id, Instant, ResponseId } from './nouns/scalars.ts'
import { Receipt, Section } from './nouns/submission.ts'

/** PUT /responses/{id}/sections/{name} */
export const SaveSection = z.strictObject({ answers: Answers })
export type SaveSection = z.infer<typeof SaveSection>
export const SectionSaved = z.object({
  revision: z.int(),
  savedAt: Instant,
  closesAt: Instant,
  /** How the response stands, which others may have changed meanwhile; a trial stands nowhere. */
  status: ResponseStatus.optional(),
  submissionNumber: z.int().optional(),
})
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

/** What a person calls a deposit. */
const ProjectName = z.string().trim().min(3).max(200)

/**
 * POST /campaigns/{id}/responses: a member starts a deposit for one of their organisations, or a person for one that
 * is not here yet, under the name they give it.
 */
export const StartResponse = z
  .strictObject({
    organisationId: Id.optional(),
    organisationName: z.string().trim().min(2).max(200).optional(),
    /** What the deposit is called until the project has a name. */
    projectName: ProjectName.optional(),
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

/** PUT /responses/{id}/name: another name for a deposit. */
export const RenameResponse = z.strictObject({ projectName: ProjectName })
export type RenameResponse = z.infer<typeof RenameResponse>
