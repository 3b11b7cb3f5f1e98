// What the API tells of a response: pure functions from what is stored to what travels.
import { can } from './access.ts'
import { dataMapPath, definitionUrl, fillUrl } from './addresses.ts'
import { CampaignRow } from './campaign-rows-wire.ts'
import { hasChecks } from './checks.ts'
import { othersSections } from './confirmations.ts'
import { needsConfirmation } from './confirmed.ts'
import { isCorrectable } from './correcting.ts'
import { leavingOf } from './giving-up.ts'
import { takesAnswers } from './lifecycle.ts'
import { sideOf, unreadBy } from './messages.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { FormInfo, FormVersion } from './nouns/form.ts'
import type { Actor, PartnerRole } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import type { Section, Submission } from './nouns/submission.ts'
import { holdersOf, type Member, standingOf } from './people.ts'
import { prefilledOf } from './prefilled.ts'
import { ResponseSummary, type ResponseView, type SubmissionView } from './response-wire.ts'

type Row = Omit<Response, 'history' | 'outbox' | 'submissionIds' | 'reminders'>

/** A response as a card shows it. */
export const summaryOf = (row: Row): ResponseSummary =>
  ResponseSummary.parse({
    ...row,
    ...sentOf(row),
    correction: row.status === 'to-correct' ? row.correction : undefined,
    unread: unreadBy('partner', row),
    fillUrl: fillUrl(row),
    dataMapUrl: dataMapPath(row),
  })

/** A response as a row of the Caf's table. */
export const campaignRowOf = (row: Row): CampaignRow =>
  CampaignRow.parse({ ...row, ...sentOf(row), unread: unreadBy('caf', row) })

type Parts = {
  /** Under the deadline that holds: see inherited.ts. */
  dossier: Response & { sections: Readonly<Record<string, Section>> }
  form: FormVersion
  submission: Submission | undefined
  actor: Actor
  /** The people of its organisation; read only when somebody is to be named. */
  team: Team
  keptUntil: string | undefined
  campaign?: Pick<Campaign, 'audience'> | undefined
  /** Where its questionnaire has changed since it was called. */
  told?: Pick<ResponseView, 'working' | 'moved'>
  /** Where what was submitted answers another version than this view's. */
  made?: SubmissionView['made']
  now: string
}

/** Whether a view names who does what this person may not. */
export const namesOthers = ({ dossier, form, actor }: Pick<Parts, 'dossier' | 'form' | 'actor'>): boolean =>
  othersSections(form.info, dossier, actor).length > 0 || !can(actor, 'response:submit', dossier)

/** A dossier whole, for one person at one instant. */
export const viewOf = ({
  dossier,
  form,
  submission,
  actor,
  team,
  keptUntil,
  campaign,
  told = {},
  made,
  now,
}: Parts): ResponseView => ({
  ...summaryOf(dossier),
  unread: unreadBy(sideOf(actor, dossier), dossier),
  form: { ...form.info, version: form.version },
  definitionUrl: definitionUrl(dossier),
  hasChecks: hasChecks(form.info),
  prefilled: prefilledOf(form.info, dossier),
  sections: Object.fromEntries(
    Object.entries(dossier.sections).map(([name, { name: _, ...section }]) => [name, section]),
  ),
  ...(dossier.submission && submission
    ? {
        submission: {
          ...dossier.submission,
          answers: submission.answers,
          ...(made ? { made } : {}),
          ...(submission.coherence ? { coherence: submission.coherence } : {}),
          ...(submission.confirmations ? { confirmations: submission.confirmations } : {}),
        },
      }
    : {}),
  ...told,
  may: {
    save: form.info.sections
      .filter((section) => can(actor, 'response:save', { ...dossier, section }))
      .map(({ name }) => name),
    confirm: needsConfirmation(form.info)
      ? form.info.sections
          .filter((section) => can(actor, 'response:confirm', { ...dossier, section }))
          .map(({ name }) => name)
      : [],
    submit: can(actor, 'response:submit', dossier),
    annotate: can(actor, 'response:annotate', dossier),
    extend: dossier.extensions && dossier.status !== 'validated' && can(actor, 'response:extend', dossier),
    askCorrection: dossier.status === 'submitted' && can(actor, 'response:ask-correction', dossier),
    correct: isCorrectable(dossier) && can(actor, 'response:correct', dossier),
    validate: dossier.status === 'submitted' && can(actor, 'response:validate', dossier),
    withdraw: dossier.status === 'validated' && can(actor, 'response:validate', dossier),
    ...leavingOf(dossier, { info: form.info, campaign, actor, at: now }),
  },
  team: namesByRole(team, now),
  opens: opensOf(form.info),
  ...(keptUntil ? { keptUntil } : {}),
  takesAnswers: takesAnswers(dossier, now),
  now,
})

/** What the validation of a response of this form brings about, beside locking it. */
export const opensOf = ({ onValidation }: FormInfo): ResponseView['opens'] => {
  if (onValidation?.project) return 'project'
  return onValidation?.organisation ? 'organisation' : 'nothing'
}

const namesByRole = (team: Team, now: string): ResponseView['team'] => {
  const active = team.filter((person) => standingOf(person, now) === 'active')
  const named = (role: PartnerRole) => holdersOf(active, role)
  return {
    administrateur: named('administrateur'),
    'saisie-activite': named('saisie-activite'),
    'saisie-financiere': named('saisie-financiere'),
    approbateur: named('approbateur'),
  }
}

type Team = readonly Member[]

const sentOf = ({ submission }: Pick<Response, 'submission'>) =>
  submission
    ? {
        reference: submission.reference,
        submittedAt: submission.receivedAt,
        madeByCaf: submission.madeByCaf,
      }
    : {}
