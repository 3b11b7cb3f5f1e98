// The fields of a campaign's form, as a person fills them, and the requests that they make. Pure.

import type { ChangeCampaign, NewCampaign } from '../../forms/campaign-wire.ts'
import { canonicalJson } from '../../forms/canonical.ts'
import { isDay } from '../../forms/deadline.ts'
import type { FormList } from '../../forms/editing-wire.ts'
import type { Audience, Campaign } from '../../forms/nouns/campaign.ts'
import { monthsKept, retention } from '../../forms/retention.ts'
import type { Faults } from '../shared/refusal.tsx'

export type AudienceKind = 'all' | 'fact' | 'projects' | 'open' | 'import'

export type CampaignFields = {
  readonly title: string
  readonly formId: string
  readonly version: number
  readonly schoolYear: string
  /** `''` until a day is chosen. */
  readonly firstDay: string
  readonly lastDay: string
  readonly zone: string
  /** Days before the last day, as typed: « 7, 1 ». */
  readonly reminders: string
  readonly audience: AudienceKind
  readonly fact: string
  readonly projects: readonly string[]
  readonly importId: string
  readonly extensions: boolean
  readonly consequence: string
  /** `''` when it does not recur. */
  readonly recursUntil: string
  /** How many months answers are kept, as typed. */
  readonly keptMonths: string
}

type Start = {
  readonly forms: FormList['items']
  readonly zone: string
  /** ISO UTC. */
  readonly now: string
  /** The questionnaire and the version that were asked for, `''` for none. */
  readonly asked?: { readonly formId: string; readonly version: string }
}

/** A new campaign as the form proposes it. */
export const blankFields = ({ forms, zone, now, asked }: Start): CampaignFields => ({
  title: '',
  ...versionAsked(forms, asked),
  schoolYear: schoolYearsAround(now)[1] ?? '',
  firstDay: '',
  lastDay: '',
  zone,
  reminders: '7, 1',
  audience: 'all',
  fact: '',
  projects: [],
  importId: '',
  extensions: true,
  consequence: '',
  recursUntil: '',
  keptMonths: String(retention.months),
})

/** What was asked for, where it is published: its latest version otherwise, of the first questionnaire otherwise. */
const versionAsked = (forms: Start['forms'], asked: Start['asked']) => {
  const form = forms.find(({ id }) => id === asked?.formId)
  const { id = '', latestVersion = 1 } = form ?? forms[0] ?? {}
  const version = Number(asked?.version)
  const isThere = form !== undefined && Number.isInteger(version) && version >= 1 && version <= latestVersion
  return { formId: id, version: isThere ? version : latestVersion }
}

/** A campaign as the form shows it. */
export const fieldsOf = (campaign: Campaign): CampaignFields => ({
  title: campaign.title,
  formId: campaign.formId,
  version: campaign.formVersion,
  schoolYear: campaign.schoolYear,
  firstDay: campaign.firstDay,
  lastDay: campaign.lastDay,
  zone: campaign.zone,
  reminders: campaign.reminderDays.join(', '),
  ...audienceFields(campaign.audience),
  extensions: campaign.extensions,
  consequence: campaign.consequence ?? '',
  recursUntil: campaign.recursUntil ?? '',
  keptMonths: String(monthsKept(campaign)),
})

/** Whom the fields mean. */
export const audienceOf = ({ audience, fact, projects, importId }: CampaignFields): Audience => {
  if (audience === 'fact') return { fact }
  if (audience === 'projects') return { projects: [...projects] }
  return audience === 'import' ? { importId } : audience
}

/** What the form itself can tell is missing, before anything is asked of the server: it judges all the rest. */
export const missingFields = (fields: CampaignFields): Faults => {
  const { bad } = remindersOf(fields.reminders)
  const keptFault = keptMonthsFault(fields)
  return {
    ...(fields.title.trim().length < 3 ? { title: ['Donnez un titre à la campagne.'] } : {}),
    ...(!isDay(fields.firstDay) ? { firstDay: ['Choisissez le premier jour.'] } : {}),
    ...(!isDay(fields.lastDay) ? { lastDay: ['Choisissez le dernier jour.'] } : {}),
    ...(keptFault ? { keptMonths: [keptFault] } : {}),
    ...(bad
      ? { reminderDays: [`« ${bad} » n’est pas un nombre de jours. Écrivez par exemple : 14, 7, 1.`] }
      : {}),
    ...(fields.audience === 'fact' && fields.fact === ''
      ? { audience: ['Choisissez la situation qui désigne les projets.'] }
      : {}),
    ...(fields.audience === 'projects' && fields.projects.length === 0
      ? { audience: ['Aucun projet n’est choisi. Choisissez au moins un projet.'] }
      : {}),
  }
}

/** What is still to be said once some fields were changed: of those, only what is missing yet. */
export const faultsAfter = (
  faults: Faults,
  changed: Partial<CampaignFields>,
  fields: CampaignFields,
): Faults => {
  const missing = missingFields(fields)
  const touched = new Set(Object.keys(changed).map((name) => FAULT_OF[name] ?? name))
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, said]) => {
      const still = touched.has(name) ? missing[name] : said
      return still ? [[name, still]] : []
    }),
  )
}

/** The fields whose faults are told under another name. */
const FAULT_OF: Readonly<Record<string, string>> = {
  reminders: 'reminderDays',
  fact: 'audience',
  projects: 'audience',
  importId: 'audience',
}

/** What is wrong with how long answers are to be kept. */
export const keptMonthsFault = ({ keptMonths }: Pick<CampaignFields, 'keptMonths'>): string | undefined => {
  const { least, most } = retention
  const isSound = WHOLE.test(keptMonths.trim()) && Number(keptMonths) >= least && Number(keptMonths) <= most
  return isSound ? undefined : `Donnez un nombre de mois entier, de ${least} à ${most}.`
}

/** The days typed in the field of reminders, and the first thing there that is not a number of days. */
export const remindersOf = (typed: string): { days: number[]; bad: string | undefined } => {
  const pieces = typed.split(/[\s,;]+/).filter(Boolean)
  return {
    days: pieces.filter((piece) => WHOLE.test(piece)).map(Number),
    bad: pieces.find((piece) => !WHOLE.test(piece)),
  }
}

/** The campaign that the fields ask for. */
export const newCampaignOf = (
  fields: CampaignFields,
  { cafId, status }: { cafId: string; status: NewCampaign['status'] },
): NewCampaign => ({
  cafId,
  formId: fields.formId,
  version: fields.version,
  title: fields.title.trim(),
  schoolYear: fields.schoolYear,
  firstDay: fields.firstDay,
  lastDay: fields.lastDay,
  zone: fields.zone,
  reminderDays: remindersOf(fields.reminders).days,
  audience: audienceOf(fields),
  extensions: fields.extensions,
  ...(fields.consequence.trim() ? { consequence: fields.consequence.trim() } : {}),
  ...(fields.recursUntil ? { recursUntil: fields.recursUntil } : {}),
  keptMonths: Number(fields.keptMonths),
  status,
})

/** What the fields change in a campaign, and nothing else. */
export const changesOf = (campaign: Campaign, fields: CampaignFields): ChangeCampaign => {
  const before = new Map(Object.entries(wholeChange(fieldsOf(campaign))))
  return Object.fromEntries(
    Object.entries(wholeChange(fields)).filter(
      ([name, value]) => canonicalJson(value) !== canonicalJson(before.get(name)),
    ),
  )
}

/** School years that a campaign may be about: last year's to the fifth from now. */
export const schoolYearsAround = (now: string): string[] => {
  const year = Number(now.slice(0, 4)) - (now.slice(5, 7) < '08' ? 1 : 0)
  return [-1, 0, 1, 2, 3, 4].map((offset) => `${year + offset}-${year + offset + 1}`)
}

const WHOLE = /^\d{1,4}$/

const wholeChange = (fields: CampaignFields): ChangeCampaign => ({
  version: fields.version,
  title: fields.title.trim(),
  schoolYear: fields.schoolYear,
  firstDay: fields.firstDay,
  lastDay: fields.lastDay,
  zone: fields.zone,
  reminderDays: remindersOf(fields.reminders).days,
  audience: audienceOf(fields),
  extensions: fields.extensions,
  consequence: fields.consequence.trim() || null,
  recursUntil: fields.recursUntil || null,
  keptMonths: Number(fields.keptMonths),
})

const audienceFields = (
  audience: Audience,
): Pick<CampaignFields, 'audience' | 'fact' | 'projects' | 'importId'> => {
  const none = { fact: '', projects: [], importId: '' }
  if (typeof audience === 'string') return { ...none, audience }
  if ('fact' in audience) return { ...none, audience: 'fact', fact: audience.fact }
  if ('projects' in audience) return { ...none, audience: 'projects', projects: audience.projects }
  return { ...none, audience: 'import', importId: audience.importId }
}
