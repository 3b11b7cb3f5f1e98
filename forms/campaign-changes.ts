// How a campaign comes to be and what may change in it: before it opens everything, from then on its deadline only
// moves later (design §3). Pure: who and when are passed in.

import type { ChangeCampaign, CloneCampaign, NewCampaign } from './campaign-wire.ts'
import {
  assertNoFault,
  fault,
  faultsOfDays,
  hasOpened,
  instantsOf,
  phaseOf,
  reminderDaysOf,
} from './campaigns.ts'
import { canonicalJson } from './canonical.ts'
import { deadlineText } from './dates.ts'
import { addDays, addYears, closingInstant } from './deadline.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { Caf } from './nouns/people.ts'
import { Problem } from './problems.ts'
import { keptUntil, retention } from './retention.ts'

const MAX_DEADLINE_CHANGES = 50
const FIXED_ONCE_OPEN = [
  'title',
  'schoolYear',
  'firstDay',
  'zone',
  'audience',
  'extensions',
  'consequence',
  'formVersion',
] as const

type Creation = {
  readonly id: string
  readonly caf: Caf
  readonly formVersion: number
  readonly now: string
  readonly by: string
}

/** The campaign that was asked for. Throws `invalid-request` with what to change. */
export const createdCampaign = (
  asked: NewCampaign,
  { id, caf, formVersion, now, by }: Creation,
): Campaign => {
  const { cafId: _, version: __, zone = caf.zone, reminderDays = [], ...rest } = asked
  return checked(
    {
      ...rest,
      id,
      cafId: caf.id,
      cafName: caf.name,
      formVersion,
      zone,
      opensAt: '',
      closesAt: '',
      reminderDays: reminderDaysOf(reminderDays, asked.lastDay),
      proposed: false,
      revision: 1,
      deadlineChanges: [],
      keptMonths: asked.keptMonths ?? retention.months,
      createdBy: by,
    },
    { now, toCome: true },
  )
}

type Change = { readonly by: string; readonly at: string }

/**
 * The campaign as a change leaves it. Throws `campaign-started` or `extensions-forbidden` for what may not change
 * any more, `invalid-request` for what makes no sense.
 */
export const changedCampaign = (campaign: Campaign, asked: ChangeCampaign, { by, at }: Change): Campaign => {
  if (campaign.deletion) throw new Problem('campaign-started', DELETED)
  const next = merged(campaign, asked)
  if (asked.keptMonths !== undefined) assertKeptYet(next, at)
  if (!hasOpened(campaign, at)) {
    const toCome = next.status === 'published' || asked.lastDay !== undefined
    return checked(next, { now: at, toCome })
  }
  assertOnlyWhatMayChange(campaign, next)
  if (next.lastDay === campaign.lastDay) return checked(next, { now: at, toCome: false })
  return moved(campaign, next, { by, at, reason: asked.reason })
}

type Year = Pick<Campaign, 'id' | 'formVersion' | 'proposed'> & {
  readonly now: string
  /** Who asked for it; nobody when it is proposed. */
  readonly by?: string
}

/**
 * The draft of a later year's campaign: days and school year move by as many whole years as it takes for the
 * deadline to be to come, unless they are told. Nothing of what happened to the source is kept.
 */
export const nextYearsCampaign = (source: Campaign, asked: CloneCampaign, year: Year): Campaign => {
  const { now, by, ...own } = year
  const years = yearsAhead(source, now)
  const schoolYear = asked.schoolYear ?? schoolYearLater(source.schoolYear, years)
  const firstDay = asked.firstDay ?? addYears(source.firstDay, years)
  const lastDay = asked.lastDay ?? addYears(source.lastDay, years)
  const { openedAt: _, closedAt: __, deletion: ___, moves: ____, recursUntil, ...kept } = source
  return checked(
    {
      ...kept,
      ...own,
      title: asked.title ?? source.title.replaceAll(source.schoolYear, schoolYear),
      schoolYear,
      firstDay,
      lastDay,
      // A shorter window, if only by a 29 February, has no room for all of them.
      reminderDays: source.reminderDays.filter((day) => addDays(lastDay, -day) >= firstDay),
      ...(recursUntil && recursUntil > schoolYear ? { recursUntil } : {}),
      status: 'draft',
      revision: 1,
      follows: source.id,
      deadlineChanges: [],
      createdBy: by,
    },
    { now, toCome: true },
  )
}

/** The school year some years later, `2024-2025`. */
export const schoolYearLater = (schoolYear: string, years: number): string => {
  const first = Number(schoolYear.slice(0, 4)) + years
  return `${first}-${first + 1}`
}

const yearsAhead = ({ lastDay, zone }: Campaign, now: string): number => {
  let years = 1
  while (closingInstant(addYears(lastDay, years), zone) <= now) years += 1
  return years
}

const merged = (campaign: Campaign, asked: ChangeCampaign): Campaign => {
  const { reason: _, version, reminderDays, consequence, recursUntil, ...plain } = asked
  const lastDay = asked.lastDay ?? campaign.lastDay
  const status = asked.status ?? campaign.status
  return {
    ...campaign,
    title: plain.title ?? campaign.title,
    schoolYear: plain.schoolYear ?? campaign.schoolYear,
    firstDay: plain.firstDay ?? campaign.firstDay,
    lastDay,
    zone: plain.zone ?? campaign.zone,
    audience: plain.audience ?? campaign.audience,
    extensions: plain.extensions ?? campaign.extensions,
    consequence: consequence === null ? undefined : (consequence ?? campaign.consequence),
    recursUntil: recursUntil === null ? undefined : (recursUntil ?? campaign.recursUntil),
    formVersion: version ?? campaign.formVersion,
    keptMonths: plain.keptMonths ?? campaign.keptMonths,
    reminderDays: reminderDays ? reminderDaysOf(reminderDays, lastDay) : campaign.reminderDays,
    status,
    // Published by somebody: it is no longer only proposed.
    proposed: campaign.proposed && status === 'draft',
    revision: campaign.revision + 1,
  }
}

const DELETED =
  'Les réponses de cette campagne ont été gardées aussi longtemps qu’annoncé, puis supprimées : rien n’y change plus.'

/** Answers that should be gone already may not be declared so in passing. */
const assertKeptYet = (next: Campaign, now: string): void => {
  if (next.status === 'published' && keptUntil(next) <= now)
    assertNoFault([
      fault(
        'keptMonths',
        'Avec cette durée, les réponses seraient supprimées aujourd’hui. Donnez une durée qui finit plus tard.',
      ),
    ])
}

/** With its instants, once its days hold. */
const checked = (campaign: Campaign, when: { now: string; toCome: boolean }): Campaign => {
  assertNoFault(faultsOfDays(campaign, when))
  if (campaign.recursUntil && campaign.recursUntil <= campaign.schoolYear)
    assertNoFault([
      fault(
        'recursUntil',
        'La dernière année de reconduction vient après celle de la campagne. Donnez-en une plus tardive.',
      ),
    ])
  return { ...campaign, ...instantsOf(campaign) }
}

const assertOnlyWhatMayChange = (campaign: Campaign, next: Campaign): void => {
  const errors = FIXED_ONCE_OPEN.filter(
    (name) => canonicalJson(next[name]) !== canonicalJson(campaign[name]),
  ).map((name) =>
    fault(name === 'formVersion' ? 'version' : name, 'Ceci ne change plus une fois la campagne ouverte.'),
  )
  if (errors.length > 0) throw new Problem('campaign-started', undefined, { errors })
}

const moved = (
  campaign: Campaign,
  next: Campaign,
  { by, at, reason }: Change & { reason: string | undefined },
): Campaign => {
  if (!campaign.extensions) throw new Problem('extensions-forbidden')
  const later = checked(next, { now: at, toCome: true })
  if (later.closesAt < campaign.closesAt) {
    const now = deadlineText(campaign.closesAt, campaign.zone)
    const sentence = `Une fois la campagne ouverte, son échéance ne peut être que reportée : elle est au ${now}.`
    throw new Problem('campaign-started', sentence, { errors: [fault('lastDay', sentence)] })
  }
  if (reason === undefined) {
    const verb = phaseOf(campaign, at) === 'closed' ? 'rouvrir' : 'prolonger'
    assertNoFault([fault('reason', `Dites pourquoi ${verb} la campagne : les partenaires le liront.`)])
  }
  const { closedAt: _, ...open } = later
  const change = { at, by, from: campaign.closesAt, to: later.closesAt, reason: reason ?? '' }
  return { ...open, deadlineChanges: [...campaign.deadlineChanges, change].slice(-MAX_DEADLINE_CHANGES) }
}
