// What the API tells of a response: pure functions from what is stored to what travels.
import { can } from './access.ts'
import { definitionUrl, fillUrl } from './addresses.ts'
import { takesAnswers } from './lifecycle.ts'
import { prefilledOf } from './prefilled.ts'
import type { Actor, FormVersion, Response, Section, Submission } from './schemas.ts'
import { CampaignRow, ResponseSummary, type ResponseView, type StatusCounts } from './wire.ts'

type Row = Omit<Response, 'history' | 'outbox' | 'submissionIds' | 'reminders'>

/** A response as a card shows it. */
export const summaryOf = (row: Row): ResponseSummary =>
  ResponseSummary.parse({
    ...row,
    ...sentOf(row),
    correction: row.status === 'to-correct' ? row.correction : undefined,
    fillUrl: fillUrl(row),
  })

/** A response as a row of the Caf's table. */
export const campaignRowOf = (row: Row): CampaignRow => CampaignRow.parse({ ...row, ...sentOf(row) })

type Parts = {
  /** Under the deadline that holds: see inherited.ts. */
  dossier: Response & { sections: Readonly<Record<string, Section>> }
  form: FormVersion
  submission: Submission | undefined
  actor: Actor
  now: string
}

/** A dossier whole, for one person at one instant. */
export const viewOf = ({ dossier, form, submission, actor, now }: Parts): ResponseView => ({
  ...summaryOf(dossier),
  form: { ...form.info, version: form.version },
  definitionUrl: definitionUrl(dossier),
  prefilled: prefilledOf(form.info, dossier),
  sections: Object.fromEntries(
    Object.entries(dossier.sections).map(([name, { name: _, ...section }]) => [name, section]),
  ),
  ...(dossier.submission && submission
    ? {
        submission: {
          ...dossier.submission,
          answers: submission.answers,
          ...(submission.coherence ? { coherence: submission.coherence } : {}),
        },
      }
    : {}),
  may: {
    save: form.info.sections
      .filter((section) => can(actor, 'response:save', { ...dossier, section }))
      .map(({ name }) => name),
    submit: can(actor, 'response:submit', dossier),
    extend: dossier.extensions && dossier.status !== 'validated' && can(actor, 'response:extend', dossier),
    askCorrection: dossier.status === 'submitted' && can(actor, 'response:ask-correction', dossier),
  },
  takesAnswers: takesAnswers(dossier, now),
  now,
})

const sentOf = ({ submission }: Pick<Response, 'submission'>) =>
  submission ? { reference: submission.reference, submittedAt: submission.receivedAt } : {}

/** How many rows stand in each status; every status is told, zero included. */
export const countsOf = (rows: readonly CampaignRow[]): StatusCounts => ({
  called: 0,
  draft: 0,
  submitted: 0,
  'to-correct': 0,
  validated: 0,
  missed: 0,
  ...Object.fromEntries(
    Object.entries(Object.groupBy(rows, ({ status }) => status)).map(([status, group]) => [
      status,
      group.length,
    ]),
  ),
})
