// A trial of a questionnaire: its draft as it was at one instant, filled as a response is by a made-up organisation that
// has every role. It is no response, and nothing that reads responses can come across it.
import type { Facts } from './coherence-checks.ts'
import { addDays } from './deadline.ts'
import type { Content } from './editing-wire.ts'
import { FormInfo, FormVersion } from './nouns/form.ts'
import { type Actor, PartnerRole } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'
import type { Section, Submission } from './nouns/submission.ts'
import { prefilledOf } from './prefilled.ts'
import type { ResponseView } from './response-wire.ts'
import { trialUrl } from './trial-names.ts'
import { viewOf } from './views.ts'

const TRIAL_DAYS = 7
const MADE_UP = { organisationId: 'essai', organisationName: 'Structure d’essai' } as const
/** Opens the references of what a trial would have sent; two letters open those of receipts. */
const REFERENCE = 'ESSAI'

/** What a trial is of. */
export type Trial = {
  readonly id: string
  readonly cafId: string
  readonly cafName: string
  readonly zone: string
  readonly formId: string
  /** The version that the draft would become. */
  readonly version: number
  readonly content: Content
  readonly begunAt: string
  readonly begunBy: string
  readonly endsAt: string
}

/** The same with what was answered in it. */
export type Tried = Trial & {
  readonly sections: Readonly<Record<string, Section>>
  readonly submission: Submission | undefined
}

/** When a trial that begins now is gone. */
export const trialEnd = (begunAt: string): string =>
  `${addDays(begunAt.slice(0, 10), TRIAL_DAYS)}${begunAt.slice(10)}`

/** The questionnaire that is tried: filled by one role, and with no document to give. */
export const trialForm = ({ formId, version, content, begunAt }: Trial): FormVersion => {
  const info = FormInfo.parse(content.info)
  const role = info.sections[0]?.role ?? 'saisie-activite'
  return {
    ...{ formId, version, sha256: '', publishedAt: begunAt },
    info: {
      ...info,
      referencePrefix: REFERENCE,
      sections: info.sections.map((section) => ({ ...section, role })),
    },
    definition: FormVersion.shape.definition.parse(withoutRequiredDocuments(content.definition)),
  }
}

type Json = Content['definition'][string]

const withoutRequiredDocuments = (json: Json): Json => {
  if (Array.isArray(json)) return json.map(withoutRequiredDocuments)
  if (typeof json !== 'object' || json === null) return json
  const isDocument = json.type === 'file' || json.cellType === 'file'
  const kept = Object.entries(json).filter(
    ([name]) => !isDocument || (name !== 'isRequired' && name !== 'requiredIf'),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutRequiredDocuments(value)]))
}

/** The made-up response that a trial fills. */
export const trialDossier = (
  trial: Tried,
  { info }: FormVersion,
): Response & { sections: Tried['sections'] } => {
  const { sections, submission } = trial
  const schoolYear = schoolYearAt(trial.begunAt)
  const isBegun = Object.keys(sections).length > 0
  return {
    ...{ id: trial.id, campaignId: 'essai', cafId: trial.cafId },
    ...{ cafName: trial.cafName, ...MADE_UP, projectId: 'essai', projectName: 'Projet d’essai' },
    ...{ formId: trial.formId, formVersion: trial.version, formTitle: info.title },
    campaignTitle: `${info.title} ${schoolYear}`,
    ...{ estimatedMinutes: info.estimatedMinutes, schoolYear },
    ...{ zone: trial.zone, closesAt: trial.endsAt, deadlineFrom: 'campaign', extensions: false },
    status: submission ? 'submitted' : isBegun ? 'draft' : 'called',
    submissionNumber: submission?.number ?? 0,
    submissionIds: submission ? [submission.id] : [],
    ...(submission ? { submission: summaryOf(submission) } : {}),
    ...{ flags: [], reminders: [], history: [], outbox: [], sections },
  }
}

const summaryOf = ({ number, id, receipt, by, sectionRevisions }: Submission) => ({
  ...{ number, id, reference: receipt.reference, sha256: receipt.sha256, receivedAt: receipt.receivedAt },
  ...{ by, sectionRevisions },
})

/** The values that the server sets in a trial. */
export const trialPrefilled = (trial: Tried, form: FormVersion): Answers =>
  prefilledOf(form.info, trialDossier(trial, form))

/** A trial as the pages of a response read it: whoever tries it has every role, and may do all that a partner may. */
export const trialView = (trial: Tried, actor: Actor, now: string): ResponseView => {
  const form = trialForm(trial)
  const { definition } = form
  const view = viewOf({
    ...{ dossier: trialDossier(trial, form), form, submission: trial.submission, team: [], now },
    actor: { ...actor, memberships: [{ ...MADE_UP, roles: PartnerRole.options }], agencies: [] },
    keptUntil: undefined,
  })
  const { formId, begunAt, begunBy } = trial
  return { ...view, fillUrl: trialUrl(trial.id), trial: { formId, definition, begunAt, begunBy } }
}

/** What rules read elsewhere: of a made-up project there is nothing. */
export const trialFacts = ({ begunAt }: Trial): Facts => ({ schoolYear: schoolYearAt(begunAt), others: {} })

/** The school year of an instant, which begins in September. */
const schoolYearAt = (instant: string): string => {
  const year = Number(instant.slice(0, 4)) - (instant.slice(5, 7) < '09' ? 1 : 0)
  return `${year}-${year + 1}`
}
