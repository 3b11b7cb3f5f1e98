// The demo data: two Cafs that must not see each other, the organisations and projects they fund, and the roles
// of the demo accounts (design §7). All of it is invented.
import type { AgentRole, Organisation, PartnerRole, Project } from '../../forms/nouns/people.ts'

export type FormKind =
  | 'clas-bilan'
  | 'clas-reel'
  | 'clas-previsionnel'
  | 'clas-appel-a-projets'
  | 'habilitation'

export type Caf = {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly departement: string
  /** The forms it publishes, each under an id of its own. */
  readonly forms: Readonly<Partial<Record<FormKind, string>>>
}

export const cafs: readonly Caf[] = [
  {
    id: 'caf731',
    name: 'Caf de la Savoie',
    zone: 'Europe/Paris',
    departement: '73',
    forms: {
      'clas-bilan': 'clas-bilan',
      'clas-reel': 'clas-reel',
      'clas-previsionnel': 'clas-previsionnel',
      'clas-appel-a-projets': 'clas-appel-a-projets',
      habilitation: 'habilitation',
    },
  },
  {
    id: 'caf741',
    name: 'Caf de la Haute-Savoie',
    zone: 'Europe/Paris',
    departement: '74',
    forms: { 'clas-bilan': 'clas-bilan-caf741' },
  },
]

export const organisations: readonly Organisation[] = [
  {
    id: 'asso-belledonne',
    name: 'Association Belledonne',
    rna: 'W731000001',
    commune: '73051',
    cafIds: ['caf731'],
  },
  {
    id: 'centre-social-isere',
    name: 'Centre social du Val d’Isère',
    siret: '43210987400011',
    commune: '73304',
    cafIds: ['caf731'],
  },
  {
    id: 'commune-lac',
    name: 'Commune du Lac',
    siret: '20007312000012',
    commune: '73008',
    cafIds: ['caf731'],
  },
  {
    id: 'maison-du-leman',
    name: 'Maison des jeunes du Léman',
    rna: 'W741000002',
    commune: '74281',
    cafIds: ['caf741'],
  },
]

/** What a partner sends back before its réel is called for (domain.md). */
const RETURNED = 'imprimés renvoyés'

const project = (id: string, name: string, organisationId: string, cafId: string, facts: string[] = []) => ({
  id,
  name,
  organisationId,
  organisationName: organisations.find((organisation) => organisation.id === organisationId)?.name ?? '',
  cafId,
  facts,
  importIds: [],
})

export const projects: readonly Project[] = [
  project('clas-des-bauges', 'Clas des Bauges', 'asso-belledonne', 'caf731', [RETURNED]),
  project('clas-de-belledonne', 'Clas de Belledonne', 'asso-belledonne', 'caf731'),
  project('clas-du-val', 'Clas du Val', 'centre-social-isere', 'caf731', [RETURNED]),
  project('clas-du-lac', 'Clas du Lac', 'commune-lac', 'caf731', [RETURNED]),
  project('clas-du-leman', 'Clas du Léman', 'maison-du-leman', 'caf741', [RETURNED]),
]

const everyRole: PartnerRole[] = ['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur']

export const members: readonly { email: string; organisationId: string; roles: PartnerRole[] }[] = [
  { email: 'partenaire@asso-belledonne.test', organisationId: 'asso-belledonne', roles: everyRole },
  { email: 'saisie@asso-belledonne.test', organisationId: 'asso-belledonne', roles: ['saisie-activite'] },
  {
    email: 'finances@asso-belledonne.test',
    organisationId: 'asso-belledonne',
    roles: ['saisie-financiere'],
  },
  { email: 'partenaire@centre-social-isere.test', organisationId: 'centre-social-isere', roles: everyRole },
  { email: 'partenaire@commune-lac.test', organisationId: 'commune-lac', roles: everyRole },
]

export const agents: readonly { email: string; cafId: string; roles: AgentRole[] }[] = [
  { email: 'conseiller@caf731.test', cafId: 'caf731', roles: ['conseiller'] },
  { email: 'campagne@caf731.test', cafId: 'caf731', roles: ['gestionnaire-campagne'] },
  { email: 'concepteur@caf731.test', cafId: 'caf731', roles: ['concepteur'] },
  { email: 'administrateur@caf731.test', cafId: 'caf731', roles: ['administrateur'] },
  { email: 'conseiller@caf741.test', cafId: 'caf741', roles: ['conseiller'] },
]
