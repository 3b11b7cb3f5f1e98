import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { actualAnswers, forecastAnswers } from './demo-money.ts'

const COMMUNES: Record<string, string> = { '73': '73008', '74': '74281' }

/** What the demo's partners answered: complete and valid, but for the documents of a deposit. All of it is invented. */
export const demoAnswers = (
  { info }: Pick<FormVersion, 'info'>,
  { schoolYear, projectName }: Pick<Response, 'schoolYear' | 'projectName'>,
): Answers => {
  if (info.kind === 'clas-previsionnel') return forecastAnswers(schoolYear)
  if (info.kind === 'clas-reel') return actualAnswers(schoolYear)
  if (info.kind === 'clas-appel-a-projets') return depositAnswers(projectName)
  if (info.kind === 'habilitation') return habilitationAnswers(projectName)
  return bilanAnswers(info)
}

type DemoDocument = {
  readonly id: string
  readonly question: string
  readonly name: string
  readonly title: string
}

/** The documents that the answers to a form name. */
export const demoDocuments = ({ kind }: FormVersion['info']): readonly DemoDocument[] =>
  kind === 'habilitation'
    ? [
        {
          id: 'demo-pj-3',
          question: 'pj_3',
          name: 'PJ3.pdf',
          title: 'Pièce jointe 3 : personnes à habiliter',
        },
      ]
    : []

/** Why figures differ from what they were meant to be: what the rules ask to be explained, by rule. */
export const demoJustifications = {
  R8: 'Un groupe de collégiens a accueilli plus d’enfants que prévu à partir de janvier.',
  R11: 'L’animatrice salariée a été absente de février à avril et remplacée par des bénévoles.',
  R14: 'Le bilan compte aussi les enfants venus aux seuls ateliers du mercredi.',
}

/** A complete, valid set of answers to `clas-bilan`. */
export const bilanAnswers = (info: FormVersion['info']): Answers => ({
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

/** Somebody new, whose organisation has a convention and the signed bulletin: one document is enough. */
const habilitationAnswers = (name: string): Answers => ({
  structure_nom: name,
  siret: '50214783800010',
  representant_nom: 'Noa Perrin',
  representant_fonction: 'Présidente',
  mel: 'noa@ecoliers-chambery.test',
  telephone: '+33479123458',
  convention_signee: 'oui',
  bulletin_signe: 'oui',
  pj_3: [{ name: 'PJ3.pdf', type: 'application/pdf', content: 'demo-pj-3' }],
  personnes: [
    {
      nom: 'Noa Perrin',
      fonction: 'Présidente',
      mel: 'noa@ecoliers-chambery.test',
      roles: ['administrateur', 'approbateur'],
    },
  ],
})

const yearOf = (elementaire: number, college: number) => ({
  collectifs_elementaire: elementaire,
  collectifs_college: college,
  collectifs_lycee: 0,
  enfants: (elementaire + college) * 10,
})

/** The first three parts of a call for projects, in the hand of a centre social. */
const depositAnswers = (projectName: string): Answers => ({
  siret: '43210987400011',
  statut_juridique: 'association',
  contact_nom: 'Dominique Roux',
  contact_fonction: 'Directeur',
  mel: 'partenaire@centre-social-isere.test',
  telephone: '+33479123457',
  projet_nom: projectName,
  commune: '73304',
  qpv: 'non',
  niveaux: ['elementaire', 'college'],
  besoins: 'Des familles de saisonniers, sans relais pour le travail du soir.',
  activites: ['aide_devoirs', 'culturelles', 'ludiques'],
  axe_enfants: 'Deux séances par semaine, en petits groupes.',
  axe_parents: 'Un café des parents chaque mois, à l’heure de la navette.',
  axe_ecole: 'Un point par trimestre avec les enseignants.',
  axe_territoire: 'La participation au comité local d’accompagnement.',
  annees: { annee_1: yearOf(1, 0), annee_2: yearOf(1, 1), annee_3: yearOf(2, 1), annee_4: yearOf(2, 1) },
})
