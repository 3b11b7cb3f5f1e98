// The demo campaigns, relative to today by the domain clock: of bilans, one closed, one whose last day is today, one
// open, one to come, one proposed for next year; and which state each project's response is in.
import { addDays, closingInstant, startOfDay } from '../../forms/deadline.ts'
import type { Caf } from './seed-data.ts'
import { type DemoCampaign, type Draw, yearCampaigns } from './seed-year.ts'

const ZONE = 'Europe/Paris'

/** The school year a demo bilan is about on a day, or one so many years after it. */
export const demoYear = (today: string, offset = 0): string => {
  const about = addDays(today, -150)
  const year = Number(about.slice(0, 4)) - (about.slice(5) < '09-01' ? 1 : 0) + offset
  return `${year}-${year + 1}`
}

/** The latest version of a form, by the id it is published under. */
type Versions = Readonly<Record<string, number>>

/** The demo campaigns of a Caf on a day. The one that closes today has an id of that day, hence one each day. */
export const demoCampaigns = (caf: Caf, versions: Versions, today: string): DemoCampaign[] => {
  const year = (offset: number) => demoYear(today, offset)
  const draw: Draw = (name, kind, { title, days: [from, to], about, more = {} }) => {
    const formId = caf.forms[kind] ?? kind
    return {
      id: `${name}-${caf.id}`,
      cafId: caf.id,
      cafName: caf.name,
      title: `${title} ${about}`,
      formId,
      formVersion: versions[formId] ?? 1,
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
    }
  }
  const others = caf.forms['clas-reel'] === undefined ? [] : yearCampaigns(draw, year)
  return [...bilanCampaigns(draw, { caf, today, year }), ...others]
}

type Place = { readonly caf: Caf; readonly today: string; readonly year: (offset: number) => string }

const noPs = {
  consequence: 'Sans transmission avant l’échéance, la prestation de service (PS) n’est pas versée.',
}

const bilanCampaigns = (draw: Draw, { caf, today, year }: Place): DemoCampaign[] => [
  {
    campaign: draw(`bilan-${today}`, 'clas-bilan', {
      title: 'Bilan qualitatif',
      days: [-30, 0],
      about: year(0),
      more: noPs,
    }),
    stories: {
      'clas-des-bauges': { status: 'draft', sections: 3 },
      'clas-de-belledonne': { status: 'called' },
      'clas-du-val': { status: 'called' },
      'clas-du-lac': { status: 'submitted' },
      'clas-du-leman': { status: 'called' },
    },
  },
  {
    campaign: draw('bilan-ouvert', 'clas-bilan', { title: 'Bilan d’étape', days: [-12, 18], about: year(1) }),
    stories: {
      'clas-des-bauges': { status: 'called' },
      'clas-de-belledonne': { status: 'to-correct' },
      'clas-du-val': { status: 'draft', sections: 1 },
      'clas-du-lac': { status: 'validated' },
      'clas-du-leman': { status: 'called' },
    },
  },
  {
    campaign: draw('bilan-clos', 'clas-bilan', {
      title: 'Bilan qualitatif',
      days: [-395, -365],
      about: year(-1),
      more: noPs,
    }),
    stories: {
      'clas-des-bauges': { status: 'submitted' },
      'clas-de-belledonne': { status: 'validated' },
      'clas-du-val': { status: 'missed' },
      'clas-du-lac': { status: 'validated' },
      'clas-du-leman': { status: 'submitted' },
    },
  },
  {
    campaign: draw('bilan-a-venir', 'clas-bilan', {
      title: 'Bilan qualitatif',
      days: [200, 232],
      about: year(1),
      more: { ...noPs, extensions: false, recursUntil: year(3) },
    }),
    stories: {},
  },
  {
    campaign: draw('bilan-propose', 'clas-bilan', {
      title: 'Bilan d’étape',
      days: [353, 383],
      about: year(2),
      more: {
        status: 'draft',
        proposed: true,
        follows: `bilan-ouvert-${caf.id}`,
        audience: { fact: 'imprimés renvoyés' },
      },
    }),
    stories: {},
  },
]
