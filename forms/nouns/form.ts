// What form.json says of a questionnaire, and a published version of one.
import * as z from 'zod'
import { Rule } from '../coherence-rules.ts'
import { CarriedOver, Compared, FundingMarks, TextNotice } from '../form-marks.ts'
import { isNote } from '../note-names.ts'
import { ResultMarks } from '../result-marks.ts'
import { Id, Instant, SectionName } from './scalars.ts'

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
  /** What is said beside free texts. */
  notices: z.array(TextNotice).default([]),
  compared: Compared.optional(),
  funding: FundingMarks.optional(),
  results: ResultMarks.optional(),
  /** What answers are held against before they are transmitted, and a page tells while they are typed. */
  coherence: z.array(Rule).default([]),
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
