import type { Campaign } from './nouns/campaign.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import { owed } from './owed-mails.ts'

/** Who owes a response: a project, or a new deposit of an organisation. */
export type Subject = {
  readonly id: string
  readonly name: string
  /** Absent for a deposit of a person whose organisation is not here yet. */
  readonly organisationId?: string | undefined
  readonly startedBy?: string | undefined
  readonly organisationName: string
}

/** The id of the response of a subject to a campaign: exactly one exists. */
export const responseIdOf = (campaign: Pick<Campaign, 'id'>, subject: Pick<Subject, 'id'>): string =>
  `${campaign.id}.${subject.id}`

/** The response that calling a subject creates; `by` is who started it when nobody was called. */
export const calledResponse = (
  campaign: Campaign,
  subject: Subject,
  form: FormVersion,
  { at, by }: { at: string; by?: string },
): Response => ({
  id: responseIdOf(campaign, subject),
  campaignId: campaign.id,
  campaignTitle: campaign.title,
  cafId: campaign.cafId,
  cafName: campaign.cafName,
  organisationId: subject.organisationId,
  organisationName: subject.organisationName,
  ...(subject.startedBy === undefined ? {} : { startedBy: subject.startedBy }),
  projectId: subject.id,
  projectName: subject.name,
  formId: campaign.formId,
  formVersion: campaign.formVersion,
  formTitle: form.info.title,
  estimatedMinutes: form.info.estimatedMinutes,
  schoolYear: campaign.schoolYear,
  zone: campaign.zone,
  status: 'called',
  closesAt: campaign.closesAt,
  deadlineFrom: 'campaign',
  consequence: campaign.consequence,
  extensions: campaign.extensions,
  flags: [],
  steps: [{ at, status: 'called' }],
  quarters: {},
  reminders: [],
  submissionNumber: 0,
  submissionIds: [],
  history: [{ id: 'appel', at, type: 'called', by: by ?? campaign.cafName }],
  outbox: by ? [] : [owed.call({ at })],
})
