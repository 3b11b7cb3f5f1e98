// What holds for a campaign whatever happens to it: where it stands, and whether its days, its zone, its reminders
// and its audience make sense. Every fault is a French sentence that says what to change.

import type { CampaignPhase } from './campaign-wire.ts'
import { dayText } from './dates.ts'
import { closingInstant, daysBetween, isZone, localDay, startOfDay } from './deadline.ts'
import type { Audience, Campaign } from './nouns/campaign.ts'
import type { Project } from './nouns/people.ts'
import { type Fault, Problem, pointer } from './problems.ts'

/** A deadline further off is a slip of the keyboard: a convention (COF) lasts four years. */
const MAX_DAYS_AHEAD = 6 * 366
const OLDEST_DAY = '2000-01-01'

/** Where a campaign is in its life at `now`: by the clock alone, whatever has run or not. */
export const phaseOf = (
  { status, opensAt, closesAt }: Pick<Campaign, 'status' | 'opensAt' | 'closesAt'>,
  now: string,
): CampaignPhase => {
  if (status === 'draft') return 'draft'
  if (now < opensAt) return 'upcoming'
  return now < closesAt ? 'open' : 'closed'
}

/** Whether its deadline only moves later: from the first instant it is open, or was called. */
export const hasOpened = (campaign: Campaign, now: string): boolean =>
  campaign.openedAt !== undefined || ['open', 'closed'].includes(phaseOf(campaign, now))

type Days = Pick<Campaign, 'firstDay' | 'lastDay' | 'zone'>

/** The instants between which a campaign is open. */
export const instantsOf = ({ firstDay, lastDay, zone }: Days): Pick<Campaign, 'opensAt' | 'closesAt'> => ({
  opensAt: startOfDay(firstDay, zone),
  closesAt: closingInstant(lastDay, zone),
})

/** Reminders as days before the last day, the earliest first, each once; days themselves are counted. */
export const reminderDaysOf = (asked: readonly (number | string)[], lastDay: string): number[] => {
  const counted = asked.map((day) => (typeof day === 'number' ? day : daysBetween(day, lastDay)))
  return [...new Set(counted)].toSorted((a, b) => b - a)
}

/** What is wrong with the days of a campaign; `closing` also says that its deadline must be to come. */
export const faultsOfDays = (
  days: Days & { readonly reminderDays: readonly number[] },
  { now, toCome }: { now: string; toCome: boolean },
): Fault[] => {
  const { firstDay, lastDay, zone, reminderDays } = days
  if (!isZone(zone)) {
    return [
      fault(
        'zone',
        `Le fuseau « ${zone} » n’existe pas. Donnez un nom de la liste IANA, comme Europe/Paris.`,
      ),
    ]
  }
  if (firstDay < OLDEST_DAY)
    return [fault('firstDay', `Le premier jour (${dayWords(firstDay)}) est trop ancien.`)]
  if (lastDay < firstDay) {
    return [
      fault(
        'lastDay',
        `Le dernier jour (${dayWords(lastDay)}) est avant le premier (${dayWords(firstDay)}). Donnez un dernier jour à partir du premier.`,
      ),
    ]
  }
  const today = localDay(now, zone)
  if (daysBetween(today, lastDay) > MAX_DAYS_AHEAD)
    return [fault('lastDay', `Le dernier jour (${dayWords(lastDay)}) est trop lointain. Vérifiez l’année.`)]
  if (toCome && instantsOf(days).closesAt <= now) {
    return [
      fault(
        'lastDay',
        `L’échéance du ${dayWords(lastDay)} est déjà passée. Donnez un dernier jour à partir du ${dayWords(today)}.`,
      ),
    ]
  }
  return faultsOfReminders(reminderDays, daysBetween(firstDay, lastDay))
}

const faultsOfReminders = (reminderDays: readonly number[], length: number): Fault[] =>
  reminderDays.flatMap((day, i) => {
    if (day < 0)
      return [
        {
          pointer: pointer('reminderDays', i),
          detail:
            'Ce rappel serait après l’échéance. Donnez un jour jusqu’au dernier (0 est le dernier jour).',
        },
      ]
    if (day <= length) return []
    return [
      {
        pointer: pointer('reminderDays', i),
        detail: `Ce rappel serait ${day} jours avant l’échéance, donc avant l’ouverture. Donnez ${length} au plus.`,
      },
    ]
  })

/** Throws `invalid-request` when there are faults; its sentence is that of the first. */
export const assertNoFault = (faults: readonly Fault[]): void => {
  const [first] = faults
  if (first) throw new Problem('invalid-request', first.detail, { errors: [...faults] })
}

/** Whether a project is called by an audience: it is funded that school year, and the audience means it. */
export const isCalled = (
  project: Project,
  { audience, schoolYear }: Pick<Campaign, 'audience' | 'schoolYear'>,
) => {
  const { cof, suspended } = project
  if (suspended) return false
  if (cof && (schoolYear < cof.first || schoolYear > cof.last)) return false
  if (audience === 'all') return true
  if (audience === 'open') return false
  if ('projects' in audience) return audience.projects.includes(project.id)
  if ('fact' in audience) return project.facts.includes(audience.fact)
  return project.importIds.includes(audience.importId)
}

/** What to say of an audience that holds no project, and where. */
export const emptyAudience = (audience: Audience): Fault => {
  if (audience === 'all' || audience === 'open')
    return fault('audience', 'Votre Caf ne finance aucun projet cette année scolaire : ajoutez ses projets.')
  if ('projects' in audience)
    return {
      pointer: pointer('audience', 'projects'),
      detail: 'Aucun projet n’est choisi. Choisissez au moins un projet que finance votre Caf.',
    }
  if ('fact' in audience)
    return {
      pointer: pointer('audience', 'fact'),
      detail: `Aucun projet financé n’a le fait « ${audience.fact} ». Choisissez-en un autre, ou tous les projets.`,
    }
  return {
    pointer: pointer('audience', 'importId'),
    detail: 'Cet import ne désigne aucun projet financé. Choisissez-en un autre.',
  }
}

/** A fault of one member of the body. */
export const fault = (name: string, detail: string): Fault => ({ pointer: pointer(name), detail })

const dayWords = (day: string): string => dayText(`${day}T12:00:00.000Z`, 'UTC').replace(/^\p{L}+ /u, '')
