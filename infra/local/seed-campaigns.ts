// The demo campaigns, relative to today by the domain clock: one closed, one whose last day is today, one open,
// one to come, one proposed for next year; and which state each project's response is in.
import { addDays, closingInstant, startOfDay } from '../../forms/deadline.ts'
import type { Campaign } from '../../forms/schemas.ts'
import type { Caf } from './seed-data.ts'

const ZONE = 'Europe/Paris'

/** What happened to a response so far: `sections` is how many parts its draft holds. */
export type Story =
  | { readonly status: 'called' | 'submitted' | 'to-correct' | 'validated' | 'missed' }
  | { readonly status: 'draft'; readonly sections: number }

export type DemoCampaign = { readonly campaign: Campaign; readonly stories: Readonly<Record<string, Story>> }

/** The school year a demo bilan is about on a day, or one so many years after it. */
export const demoYear = (today: string, offset = 0): string => {
  const about = addDays(today, -150)
  const year = Number(about.slice(0, 4)) - (about.slice(5) < '09-01' ? 1 : 0) + offset
  return `${year}-${year + 1}`
}

/** The demo campaigns of a Caf on a day. The one that closes today has an id of that day, hence one each day. */
export const demoCampaigns = (caf: Caf, formVersion: number, today: string): DemoCampaign[] => {
  const schoolYear = (offset: number) => demoYear(today, offset)
  const campaign = (
    name: string,
    title: string,
    from: number,
    to: number,
    about: string,
    more: Partial<Campaign> = {},
  ): Campaign => ({
    id: `${name}-${caf.id}`,
    cafId: caf.id,
    cafName: caf.name,
    title: `${title} ${about}`,
    formId: caf.formId,
    formVersion,
    schoolYear: about,
    firstDay: addDays(today, from),
    lastDay: addDays(today, to),
    zone: ZONE,
    opensAt: startOfDay(addDays(today, from), ZONE),
    closesAt: closingInstant(addDays(today, to), ZONE),
    status: 'published',
    reminderDays: [7, 1],
    audience: 'all',
    extensions: true,
    proposed: false,
    revision: 1,
    deadlineChanges: [],
    ...more,
  })
  const noPs = {
    consequence: 'Sans transmission avant l’échéance, la prestation de service (PS) n’est pas versée.',
  }
  return [
    {
      campaign: campaign(`bilan-${today}`, 'Bilan qualitatif', -30, 0, schoolYear(0), noPs),
      stories: {
        'clas-des-bauges': { status: 'draft', sections: 3 },
        'clas-de-belledonne': { status: 'called' },
        'clas-du-val': { status: 'called' },
        'clas-du-lac': { status: 'submitted' },
        'clas-du-leman': { status: 'called' },
      },
    },
    {
      campaign: campaign('bilan-ouvert', 'Bilan d’étape', -12, 18, schoolYear(1)),
      stories: {
        'clas-des-bauges': { status: 'called' },
        'clas-de-belledonne': { status: 'to-correct' },
        'clas-du-val': { status: 'draft', sections: 1 },
        'clas-du-lac': { status: 'validated' },
        'clas-du-leman': { status: 'called' },
      },
    },
    {
      campaign: campaign('bilan-clos', 'Bilan qualitatif', -395, -365, schoolYear(-1), noPs),
      stories: {
        'clas-des-bauges': { status: 'submitted' },
        'clas-de-belledonne': { status: 'validated' },
        'clas-du-val': { status: 'missed' },
        'clas-du-lac': { status: 'validated' },
        'clas-du-leman': { status: 'submitted' },
      },
    },
    {
      campaign: campaign('bilan-a-venir', 'Bilan qualitatif', 200, 232, schoolYear(1), {
        ...noPs,
        extensions: false,
        recursUntil: schoolYear(3),
      }),
      stories: {},
    },
    {
      campaign: campaign('bilan-propose', 'Bilan d’étape', 353, 383, schoolYear(2), {
        status: 'draft',
        proposed: true,
        follows: `bilan-ouvert-${caf.id}`,
        audience: { fact: 'imprimés renvoyés' },
      }),
      stories: {},
    },
  ]
}
