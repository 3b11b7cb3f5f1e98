// A campaign in words, for its form, its page and what is confirmed before it is published. Pure.
import { planOf } from '../../forms/campaign-plan.ts'
import type { CampaignJobView } from '../../forms/campaign-wire.ts'
import { faultsOfDays, instantsOf, isCalled, reminderDaysOf } from '../../forms/campaigns.ts'
import { deadlineText, instantText, momentText } from '../../forms/dates.ts'
import { daysBetween, isDay } from '../../forms/deadline.ts'
import type { Audience, Campaign } from '../../forms/nouns/campaign.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { quoted } from '../shared/words.ts'
import { audienceOf, type CampaignFields, remindersOf } from './campaign-fields.ts'

/** Whom a campaign calls: « tous les projets financés ». */
export const audienceWords = (audience: Audience): string => {
  if (audience === 'all') return 'tous les projets financés'
  if (audience === 'open') return 'dépôt ouvert : toute personne connectée'
  if ('fact' in audience) return `les projets financés dans la situation ${quoted(audience.fact)}`
  if ('projects' in audience) return `une liste de ${counted(audience.projects.length, 'projet')}`
  return 'les projets d’un import'
}

/** The projects that would be called today; undefined when anybody may come, or when an import says who. */
export const calledProjects = (
  asked: Pick<Campaign, 'audience' | 'schoolYear'>,
  projects: readonly Project[],
): Project[] | undefined =>
  asked.audience === 'open' ? undefined : projects.filter((project) => isCalled(project, asked))

/** « 1 projet », « 4 projets ». */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('fr-FR')} ${noun}${count > 1 ? 's' : ''}`

export type Preview =
  | { readonly state: 'incomplete' }
  | { readonly state: 'faulty'; readonly field: string; readonly sentence: string }
  | {
      readonly state: 'sound'
      readonly opens: string
      readonly closes: string
      readonly days: number
      readonly reminders: readonly string[]
    }

/** When a campaign as it is being filled in would open, remind and close; or what is wrong with its days. */
export const previewOf = (fields: CampaignFields, now: string): Preview => {
  const { firstDay, lastDay, zone, reminders } = fields
  if (!isDay(firstDay) || !isDay(lastDay)) return { state: 'incomplete' }
  const reminderDays = reminderDaysOf(remindersOf(reminders).days, lastDay)
  const [fault] = faultsOfDays({ firstDay, lastDay, zone, reminderDays }, { now, toCome: true })
  if (fault) return { state: 'faulty', field: fault.pointer.split('/')[1] ?? '', sentence: fault.detail }
  const instants = instantsOf({ firstDay, lastDay, zone })
  const plan = planOf({
    ...instants,
    lastDay,
    zone,
    reminderDays,
    status: 'published',
    deadlineChanges: [],
  })
  return {
    state: 'sound',
    opens: opensWords(instants.opensAt, zone, now),
    closes: deadlineText(instants.closesAt, zone),
    days: daysBetween(firstDay, lastDay) + 1,
    reminders: plan
      .filter(({ kind, dueAt }) => kind === 'remind' && dueAt > now)
      .map(({ dueAt }) => instantText(dueAt, zone)),
  }
}

/** « dès la publication », or the moment it opens. */
export const opensWords = (opensAt: string, zone: string, now: string): string =>
  opensAt <= now ? 'dès la publication' : `le ${momentText(opensAt, zone)}`

/** Whom the fields call, among these projects. */
export const calledBy = (fields: CampaignFields, projects: readonly Project[]): Project[] | undefined =>
  calledProjects({ audience: audienceOf(fields), schoolYear: fields.schoolYear }, projects)

type Words = { readonly title: string; readonly doing: string; readonly done: (handled: number) => string }

const several = (handled: number, one: string, many: string, none: string): string => {
  if (handled === 0) return none
  return handled === 1 ? one : many.replace('N', handled.toLocaleString('fr-FR'))
}

/** What a campaign does by itself, in words. */
export const jobWords: Record<CampaignJobView['kind'], Words> = {
  open: {
    title: 'Ouverture et appel des partenaires',
    doing: 'Appel des partenaires en cours',
    done: (n) => several(n, '1 dossier appelé', 'N dossiers appelés', 'aucun dossier appelé'),
  },
  remind: {
    title: 'Rappel à ceux qui n’ont pas transmis',
    doing: 'Envoi des rappels en cours',
    done: (n) => several(n, '1 partenaire relancé', 'N partenaires relancés', 'personne à relancer'),
  },
  extend: {
    title: 'Report de l’échéance de chaque dossier',
    doing: 'Report de l’échéance en cours',
    done: (n) => several(n, '1 dossier prolongé', 'N dossiers prolongés', 'aucun dossier à prolonger'),
  },
  move: {
    title: 'Passage à la nouvelle version du questionnaire',
    doing: 'Passage à la nouvelle version en cours',
    done: (n) => several(n, '1 dossier passé', 'N dossiers passés', 'aucun dossier à passer'),
  },
  close: {
    title: 'Clôture',
    doing: 'Clôture en cours',
    done: (n) => several(n, '1 dossier examiné', 'N dossiers examinés', 'aucun dossier'),
  },
  sweep: {
    title: 'Clôture des dossiers prolongés',
    doing: 'Clôture des dossiers prolongés en cours',
    done: (n) => several(n, '1 dossier clos', 'N dossiers clos', 'aucun dossier à clore'),
  },
}

/** Whether a campaign is at work now. */
export const isRunning = ({ firedAt, doneAt }: CampaignJobView): boolean =>
  firedAt !== undefined && doneAt === undefined
