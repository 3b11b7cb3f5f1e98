import type { Answers, FormVersion } from '../../forms/schemas.ts'

const COMMUNES: Record<string, string> = { '73': '73008', '74': '74281' }

/** A complete, valid set of answers to `clas-bilan`: what the demo's partners transmitted. All of it is invented. */
export const demoAnswers = ({ info }: Pick<FormVersion, 'info'>): Answers => ({
  siret: '73282932000074',
  rna: 'W731000001',
  structure_type: 'association_locale',
  reaap: 'non',
  contact_nom: 'Camille Martin',
  contact_fonction: 'Coordinatrice',
  mel: 'contact@asso-belledonne.test',
  telephone: '+33479123456',
  commune: COMMUNES[info.communes.commune?.[0] ?? '73'] ?? '73008',
  quartier: 'Centre',
  milieu: 'urbain',
  qpv: 'non',
  locaux: ['ecole', 'association'],
  projet_educatif: 'pedt',
  niveaux: ['elementaire', 'college'],
  classes_elementaire: ['ce2', 'cm1', 'cm2'],
  classes_college: ['sixieme', 'cinquieme'],
  tranches_age: ['6_10', '11_16'],
  participants: {
    elementaire: { filles: 14, garcons: 11 },
    college: { filles: 6, garcons: 9 },
    lycee: { filles: 0, garcons: 0 },
  },
  familles: 31,
  intervenants_salaries: 2,
  intervenants_vacataires: 1,
  intervenants_benevoles: 9,
  activites: ['aide_methodologique', 'ludiques', 'culturelles'],
  actions: [
    { envers: 'parents', description: 'Café des parents à la sortie de l’école.', frequence: 'mois' },
    { envers: 'ecole', description: 'Point avec les enseignants sur la méthode.', frequence: 'trimestre' },
    { envers: 'territoire', description: 'Forum des associations.', frequence: 'annee' },
  ],
  origine_demande: {
    parents: 'souvent',
    enseignants: 'souvent',
    jeune: 'parfois',
    travailleurs_sociaux: 'parfois',
    educateurs: 'jamais',
    animateurs: 'parfois',
  },
  bonus_enfants: 'oui',
  bonus_enfants_projet: 'Un atelier de théâtre chaque mercredi et une sortie au musée par trimestre.',
  bonus_parents: 'non',
  bilan:
    'Quarante enfants ont suivi l’accompagnement de façon régulière. Les parents viennent plus volontiers depuis ' +
    'que les rencontres ont lieu à la sortie de l’école. Reste à trouver un créneau pour les collégiens.',
})
