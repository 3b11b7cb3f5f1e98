// What the demo's partners forecast for a school year, and what it came to: the same lines, so that a réel has a
// difference to show beside each. Amounts are in cents. All of it is invented.
import type { Answers } from '../../forms/nouns/scalars.ts'

const collectif = (lieu: string, niveau: string, enfants: number, bonus: readonly [string, string]) => ({
  lieu,
  niveau,
  enfants,
  intervenants: 2,
  bonus_enfants: bonus[0],
  bonus_parents: bonus[1],
})

const amounts = (own: Record<string, number>, others: readonly string[]): Answers =>
  Object.fromEntries(
    [...others.map((account) => [account, 0] as const), ...Object.entries(own)].map(([account, montant]) => [
      account,
      { montant },
    ]),
  )

const noCharge = ['c63b', 'c65', 'c66', 'c67', 'c68', 'c69']
const noProduct = ['p742', 'p745', 'p746', 'p747', 'p748', 'p75', 'p76', 'p77', 'p78', 'p79']

const sessions = (schoolYear: string) => ({
  premiere_seance: `${schoolYear.slice(0, 4)}-09-22`,
  derniere_seance: `${schoolYear.slice(5)}-06-19`,
})

const projects = {
  bonus_enfants_projet: 'Un atelier de théâtre chaque mercredi et une sortie au musée par trimestre.',
  bonus_parents_projet: 'Un café des parents chaque mois, avec un intervenant.',
}

/** A valid, coherent forecast: three collectifs, two of them with a bonus, a balanced budget. */
export const forecastAnswers = (schoolYear: string): Answers => ({
  ...sessions(schoolYear),
  semaines: 32,
  seances: 96,
  heures: 144,
  collectifs_total: 3,
  collectifs_elementaire: 2,
  collectifs_college: 1,
  collectifs_lycee: 0,
  enfants: {
    elementaire: { filles: 11, garcons: 9 },
    college: { filles: 4, garcons: 6 },
    lycee: { filles: 0, garcons: 0 },
  },
  parents: 24,
  etp_salaries: 0.35,
  benevoles: 7,
  collectifs: [
    collectif('École Jean-Jaurès', 'elementaire', 10, ['oui', 'oui']),
    collectif('École du Centre', 'elementaire', 10, ['oui', 'non']),
    collectif('Collège du Val', 'college', 10, ['non', 'non']),
  ],
  ...projects,
  charges: amounts(
    { c60: 84_530, c61: 120_000, c62: 46_025, c63a: 18_900, c64: 1_184_200, c86: 310_000 },
    noCharge,
  ),
  produits: amounts(
    { p70623: 585_000, p70641: 24_000, p741: 150_000, p743: 200_000, p744: 494_655, p87: 310_000 },
    noProduct,
  ),
})

/** What the year came to: as many collectifs, fewer salaries and more volunteers than forecast. */
export const actualAnswers = (schoolYear: string): Answers => ({
  ...forecastAnswers(schoolYear),
  semaines: 31,
  seances: 92,
  heures: 138,
  enfants: {
    elementaire: { filles: 12, garcons: 9 },
    college: { filles: 5, garcons: 6 },
    lycee: { filles: 0, garcons: 0 },
  },
  parents: 27,
  etp_salaries: 0.28,
  benevoles: 10,
  collectifs: [
    collectif('École Jean-Jaurès', 'elementaire', 10, ['oui', 'oui']),
    collectif('École du Centre', 'elementaire', 11, ['oui', 'non']),
    collectif('Collège du Val', 'college', 11, ['non', 'non']),
  ],
  charges: amounts(
    { c60: 91_210, c61: 120_000, c62: 51_340, c63a: 15_100, c64: 948_600, c86: 440_000 },
    noCharge,
  ),
  produits: amounts(
    { p70623: 525_000, p70641: 26_500, p741: 150_000, p743: 200_000, p744: 324_750, p87: 440_000 },
    noProduct,
  ),
})
