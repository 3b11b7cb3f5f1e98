// The other forms of a partner's year, in the Caf that asks them all: the forecast given a year ago, the réel asked
// now beside it, the forecast to come, and the two forms that anybody may start.
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormKind } from './seed-data.ts'

/** What happened to a response so far: `sections` is how many parts its draft holds. */
export type Story =
  | { readonly status: 'called' | 'to-correct' | 'validated' | 'missed' }
  /** `corrected`: by the Caf since, which both sides then write about. */
  | { readonly status: 'submitted'; readonly corrected?: true }
  | { readonly status: 'draft'; readonly sections: number }

/** A deposit in a campaign open to all: begun by an organisation, or transmitted by somebody new. */
type Deposit = {
  readonly id: string
  readonly name: string
  readonly by: string
  readonly organisationId?: string
  readonly startedBy?: string
  readonly story: Story
}

export type DemoCampaign = {
  readonly campaign: Campaign
  readonly stories: Readonly<Record<string, Story>>
  readonly deposits?: readonly Deposit[]
}

type Facts = {
  readonly title: string
  /** First and last day, counted from today. */
  readonly days: readonly [number, number]
  readonly about: string
  readonly more?: Partial<Campaign>
}

export type Draw = (name: string, kind: FormKind, facts: Facts) => Campaign

/** The demo campaigns of the four forms beside the bilan. `year` names a school year from the one bilans are about. */
export const yearCampaigns = (draw: Draw, year: (offset: number) => string): DemoCampaign[] => [
  {
    campaign: draw('previsionnel-clos', 'clas-previsionnel', {
      title: 'Données prévisionnelles',
      days: [-395, -365],
      about: year(0),
    }),
    stories: {
      'clas-des-bauges': { status: 'validated' },
      'clas-de-belledonne': { status: 'submitted' },
      'clas-du-val': { status: 'submitted' },
      'clas-du-lac': { status: 'missed' },
    },
  },
  {
    campaign: draw('reel-ouvert', 'clas-reel', {
      title: 'Données réelles',
      days: [-10, 25],
      about: year(0),
      more: {
        consequence:
          'Sans données réelles avant l’échéance, le solde de la prestation de service n’est pas versé.',
      },
    }),
    stories: {
      'clas-des-bauges': { status: 'draft', sections: 2 },
      'clas-de-belledonne': { status: 'called' },
      'clas-du-val': { status: 'submitted', corrected: true },
      'clas-du-lac': { status: 'called' },
    },
  },
  {
    campaign: draw('previsionnel-a-venir', 'clas-previsionnel', {
      title: 'Données prévisionnelles',
      days: [60, 95],
      about: year(1),
    }),
    stories: {},
  },
  {
    campaign: draw('appel-a-projets', 'clas-appel-a-projets', {
      title: 'Appel à projets Clas',
      days: [-20, 40],
      about: year(1),
      more: {
        audience: 'open',
        extensions: false,
        consequence:
          'Aucun délai supplémentaire n’est accordé : un projet déposé après l’échéance n’est pas étudié.',
      },
    }),
    stories: {},
    deposits: [
      {
        id: 'centre-social-isere-depot-demo',
        name: 'Clas des Boisses',
        by: 'Dominique Roux',
        organisationId: 'centre-social-isere',
        story: { status: 'draft', sections: 3 },
      },
    ],
  },
  {
    campaign: draw('habilitation', 'habilitation', {
      title: 'Habilitation des partenaires',
      days: [-60, 300],
      about: year(1),
      more: { audience: 'open', reminderDays: [] },
    }),
    stories: {},
    deposits: [
      {
        id: 'nouveau-depot-demo',
        name: 'Les Écoliers de Chambéry',
        by: 'Noa Perrin',
        startedBy: 'noa@ecoliers-chambery.test',
        story: { status: 'submitted' },
      },
    ],
  },
]
