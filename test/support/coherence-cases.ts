// Answers that trip each coherence rule, and answers beside them that do not.
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Facts } from '../../forms/coherence-checks.ts'
import { type Answers, Answers as AnswersSchema } from '../../forms/nouns/scalars.ts'

type Json = Answers[string]

const example = (form: string, file: string): Answers => {
  const url = new URL(`../forms/answers/${form}/${file}.json`, import.meta.url)
  return z.object({ answers: AnswersSchema }).parse(JSON.parse(readFileSync(url, 'utf8'))).answers
}
export const real = example('clas-reel', 'valid-full')
export const bilan: Answers = {
  ...example('clas-bilan', 'valid-minimal'),
  participants: {
    elementaire: { filles: 11, garcons: 9 },
    college: { filles: 4, garcons: 6 },
    lycee: { filles: 0, garcons: 0 },
  },
}
export const facts: Facts = {
  schoolYear: '2025-2026',
  notifiedCollectifs: 3,
  others: { 'clas-previsionnel': real, 'clas-bilan': bilan, 'clas-reel': real },
}

/** The answers with other values where pointers lead. */
export const changed = (answers: Answers, changes: Readonly<Record<string, Json>>): Answers => {
  const copy = structuredClone(answers)
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.split('/').slice(1)
    const holder = path.slice(0, -1).reduce<unknown>((inside, key) => Object(inside)[key], copy)
    Reflect.set(Object(holder), path.at(-1) ?? '', value)
  }
  return copy
}

type Case = {
  readonly rule: string
  readonly why: string
  readonly at: string
  readonly changes: Readonly<Record<string, Json>>
  readonly form?: string
  readonly known?: Partial<Facts>
  /** Other rules that trip by the same change. */
  readonly also?: readonly string[]
}

export const trips: Case[] = [
  {
    rule: 'R1',
    why: 'a total of girls and boys that is not their sum',
    at: '/enfants',
    changes: { '/enfants-total': { filles: 15, garcons: 15, total: 31 } },
  },
  {
    rule: 'R1',
    why: 'the bilan’s total that is not the sum',
    at: '/participants',
    form: 'clas-bilan',
    changes: { '/participants-total': { total: 29 } },
  },
  {
    rule: 'R1',
    why: 'collectifs with more children than the levels',
    at: '/enfants',
    changes: { '/collectifs/0/enfants': 11 },
  },
  {
    rule: 'R2',
    why: 'levels that do not make the total',
    at: '/collectifs_total',
    changes: { '/collectifs_lycee': 1 },
  },
  {
    rule: 'R2',
    why: 'three rows for four collectifs',
    at: '/collectifs',
    changes: { '/collectifs_total': 4, '/collectifs_lycee': 1 },
    also: ['R10 /collectifs_total'],
  },
  {
    rule: 'R3',
    why: 'bonuses for more collectifs than there are',
    at: '/collectifs',
    changes: { '/collectifs_total': 1, '/collectifs_elementaire': 1, '/collectifs_college': 0 },
    also: ['R2 /collectifs', 'R10 /collectifs_total'],
  },
  {
    rule: 'R4',
    why: 'accounts 86 and 87 that differ',
    at: '/produits/p87/montant',
    changes: { '/produits/p87/montant': 300_000 },
    also: ['R13 /produits'],
  },
  {
    rule: 'R5',
    why: 'a first session before the school year',
    at: '/premiere_seance',
    changes: { '/premiere_seance': '2025-08-31' },
  },
  {
    rule: 'R5',
    why: 'a last session after the school year',
    at: '/derniere_seance',
    changes: { '/derniere_seance': '2026-09-01' },
  },
  {
    rule: 'R5',
    why: 'a last session before the first',
    at: '/derniere_seance',
    changes: { '/derniere_seance': '2025-09-21' },
  },
  {
    rule: 'R6',
    why: 'a negative charge',
    at: '/charges/c60/montant',
    changes: { '/charges/c60/montant': -1 },
    also: ['R12 /produits', 'R13 /produits'],
  },
  {
    rule: 'R6',
    why: 'a negative amount in a call for projects',
    at: '/budget/annee_1/charges',
    form: 'clas-appel-a-projets',
    changes: { '/budget': { annee_1: { charges: -1, ps_demandee: 0, autres_financements: 0 } } },
  },
  {
    rule: 'R7',
    why: 'a bonus without its text',
    at: '/bonus_enfants_projet',
    changes: { '/bonus_enfants_projet': '  ' },
  },
  {
    rule: 'R7',
    why: 'the bilan’s bonus without its text',
    at: '/bonus_parents_projet',
    form: 'clas-bilan',
    changes: { '/bonus_parents': 'oui' },
  },
  {
    rule: 'R8',
    why: 'seven children in a collectif',
    at: '/collectifs/1/enfants',
    changes: { '/collectifs/1/enfants': 7, '/enfants/elementaire/filles': 8 },
    known: { others: {} },
  },
  {
    rule: 'R8',
    why: 'thirteen children in a collectif',
    at: '/collectifs/2/enfants',
    changes: { '/collectifs/2/enfants': 13, '/enfants/college/filles': 7 },
    known: { others: {} },
  },
  {
    rule: 'R9',
    why: 'one adult in a collectif',
    at: '/collectifs/0/intervenants',
    changes: { '/collectifs/0/intervenants': 1 },
  },
  {
    rule: 'R10',
    why: 'other collectifs than were notified',
    at: '/collectifs_total',
    changes: {},
    known: { notifiedCollectifs: 4 },
  },
  {
    rule: 'R11',
    why: 'an amount over 20 % and 1 000 € from its forecast',
    at: '/charges/c64/montant',
    changes: {},
    known: { others: { 'clas-previsionnel': changed(real, { '/charges/c64/montant': 900_000 }) } },
  },
  {
    rule: 'R11',
    why: 'a number over 20 % and 5 from its forecast',
    at: '/parents',
    changes: {},
    known: { others: { 'clas-previsionnel': changed(real, { '/parents': 40 }) } },
  },
  {
    rule: 'R12',
    why: 'public funding above the charges',
    at: '/produits',
    changes: { '/produits/p741/montant': 175_000 },
    also: ['R13 /produits'],
  },
  {
    rule: 'R13',
    why: 'charges and products that differ by a cent',
    at: '/produits',
    changes: { '/produits/p76/montant': 1 },
  },
  {
    rule: 'R14',
    why: 'other children than the bilan’s',
    at: '/enfants',
    changes: {},
    known: { others: { 'clas-bilan': changed(bilan, { '/participants/lycee/filles': 1 }) } },
  },
  {
    rule: 'R14',
    why: 'other children than the réel’s',
    at: '/participants',
    form: 'clas-bilan',
    changes: { '/participants/lycee/filles': 1 },
  },
]

export const holds: Omit<Case, 'at' | 'also'>[] = [
  { rule: 'R1', why: 'a draft without its totals', changes: { '/enfants-total': {} } },
  { rule: 'R2', why: 'levels that make another total', changes: { '/collectifs_total': 3 } },
  { rule: 'R3', why: 'a bonus for every collectif', changes: { '/collectifs/2/bonus_enfants': 'oui' } },
  {
    rule: 'R4',
    why: 'no voluntary contributions at all',
    changes: { '/charges/c86/montant': 0, '/produits/p87/montant': 0 },
  },
  {
    rule: 'R5',
    why: 'the first and last day of the school year',
    changes: { '/premiere_seance': '2025-09-01', '/derniere_seance': '2026-08-31' },
  },
  {
    rule: 'R5',
    why: 'a single day',
    changes: { '/premiere_seance': '2026-01-15', '/derniere_seance': '2026-01-15' },
  },
  { rule: 'R6', why: 'zero', changes: { '/charges/c60/montant': 0 } },
  {
    rule: 'R7',
    why: 'no bonus and no text',
    changes: { '/bonus_parents_projet': '', '/collectifs/0/bonus_parents': 'non' },
  },
  {
    rule: 'R8',
    why: 'eight and twelve children',
    changes: { '/collectifs/0/enfants': 8, '/collectifs/1/enfants': 12 },
  },
  { rule: 'R9', why: 'two adults', changes: { '/collectifs/1/intervenants': 2 } },
  {
    rule: 'R10',
    why: 'a notification that is not known',
    changes: {},
    known: { notifiedCollectifs: undefined },
  },
  {
    rule: 'R11',
    why: 'exactly 20 % more',
    changes: { '/charges/c64/montant': 1_200_000 },
    known: { others: { 'clas-previsionnel': changed(real, { '/charges/c64/montant': 1_000_000 }) } },
  },
  {
    rule: 'R11',
    why: 'twice as much, but 1 000 € only',
    changes: {},
    known: { others: { 'clas-previsionnel': changed(real, { '/produits/p741/montant': 50_000 }) } },
  },
  {
    rule: 'R11',
    why: 'a forecast of 0, which is not comparable',
    changes: {},
    known: { others: { 'clas-previsionnel': changed(real, { '/charges/c64/montant': 0 }) } },
  },
  { rule: 'R11', why: 'a forecast that was never transmitted', changes: {}, known: { others: {} } },
  { rule: 'R12', why: 'public funding of just the charges', changes: { '/produits/p741/montant': 174_000 } },
  {
    rule: 'R13',
    why: 'a deficit that other products cover',
    changes: { '/produits/p741/montant': 100_000, '/produits/p75/montant': 50_000 },
  },
  {
    rule: 'R14',
    why: 'a bilan that was not transmitted',
    changes: { '/enfants/lycee/filles': 1 },
    known: { others: {} },
  },
]
