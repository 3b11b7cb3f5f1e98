// Campaigns whose dossiers were transmitted with answers that differ, the same at each run: what results are drawn of.

import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { bilanAnswers } from '../../infra/local/demo-answers.ts'
import { actualAnswers } from '../../infra/local/demo-money.ts'
import { publishedForm } from './definitions.ts'
import { everyTypeForm } from './every-type.ts'
import { campaignOf, dossier } from './exported.ts'

const communes = ['73065', '73008', '73011', '73248']
const kinds = ['centre_social', 'association_locale', 'association_affiliee', 'ccas']
const often = ['souvent', 'parfois', 'jamais']

const bilan = publishedForm('clas-bilan')
const bilanOf = (i: number): Answers => ({
  ...bilanAnswers(bilan.info),
  structure_type: kinds[i % 7 === 0 ? 3 : i % 3] ?? '',
  commune: communes[i % 4] ?? '',
  milieu: i < 3 ? 'rural' : 'urbain',
  ...(i % 3 === 0 ? { qpv: 'oui', qpv_nom: 'Le Biollay' } : { qpv: 'non' }),
  niveaux: i % 2 === 0 ? ['elementaire'] : ['elementaire', 'college'],
  participants: {
    elementaire: { filles: 8 + (i % 5), garcons: 6 + (i % 4), total: 14 + (i % 5) + (i % 4) },
    college: { filles: i % 6, garcons: i % 3, total: (i % 6) + (i % 3) },
    lycee: { filles: 0, garcons: i === 4 ? 3 : 0, total: i === 4 ? 3 : 0 },
  },
  familles: 10 + ((i * 7) % 40),
  intervenants_salaries: 1 + (i % 3),
  intervenants_vacataires: i % 2,
  intervenants_benevoles: 2 + (i % 8),
  intervenants_total: 3 + (i % 3) + (i % 2) + (i % 8),
  origine_demande: {
    parents: often[i % 2] ?? '',
    enseignants: often[i % 3] ?? '',
    jeune: often[(i + 1) % 3] ?? '',
    travailleurs_sociaux: i === 0 ? 'souvent' : 'parfois',
    educateurs: 'jamais',
    animateurs: often[i % 2] ?? '',
  },
  bilan: `Bilan du projet ${i}.\nLes enfants viennent volontiers, et les parents restent au café du vendredi.`,
})

const reel = publishedForm('clas-reel')
const reelOf = (i: number): Answers => {
  const answers = actualAnswers('2025-2026')
  const charges = answers.charges as Record<string, { montant: number }>
  const scaled = Object.entries(charges).map(([row, { montant }]) => [
    row,
    { montant: montant * (1 + (i % 5)) },
  ])
  return { ...answers, charges: Object.fromEntries(scaled), heures: 100 + ((i * 13) % 90) }
}

const everyOf = (i: number): Answers => ({
  entier: (i * 5) % 30,
  jour: `2024-${i % 2 === 0 ? '09' : '10'}-0${1 + (i % 9)}`,
  choix: ['a', 'b', 'other'][i % 3] ?? '',
  ...(i % 3 === 2 ? { 'choix-Comment': `Autre chose ${i}` } : {}),
  plusieurs: i % 2 === 0 ? ['p', 'r'] : ['q'],
  vrai: i % 4 !== 0,
  note: 1 + (i % 4),
  ordre: i % 2 === 0 ? ['i', 'ii', 'iii'] : ['ii', 'i', 'iii'],
  ...(i % 4 === 0 ? {} : { pieces: [{ name: 'a.pdf', type: 'application/pdf', content: 'doc-1' }] }),
  prix: 12_345 * (i + 1),
  grille: { r1: i % 2 === 0 ? 'bien' : 'mal', r2: 'bien' },
  tableau: { l1: { n: i % 5, carre: 1 }, l2: { n: 5, si: i % 2 === 0 ? 'oui' : 'non', carre: 25 } },
  lignes: [
    { nom: `Nom ${i}`, genre: 'u' },
    { nom: 'Autre', genre: i % 2 === 0 ? 'u' : 'v' },
  ],
  lieux: [{ ouvert: 'oui', heures: 1 + (i % 8), semaine: 5 }],
  contacts: { nom: `Personne ${i}`, age: 20 + i },
})

const made = {
  bilan: { form: { ...bilan, formId: 'bilan-varie' }, answersOf: bilanOf },
  reel: { form: { ...reel, formId: 'reel-varie' }, answersOf: reelOf },
  every: { form: { ...everyTypeForm, formId: 'tous-types' }, answersOf: everyOf },
} as const satisfies Record<string, { form: FormVersion; answersOf: (i: number) => Answers }>

/** An open campaign of that many transmitted dossiers, and one that was only called. */
export const variedCampaign = async (name: keyof typeof made, count: number): Promise<Campaign> => {
  const { form, answersOf } = made[name]
  const campaign = await campaignOf([form])
  for (let i = 0; i < count; i += 1)
    await dossier(campaign, `projet-${i}`, answersOf(i), {
      projectName: `Projet ${String(i).padStart(2, '0')}`,
    })
  await dossier(campaign, 'en-retard')
  return campaign
}
