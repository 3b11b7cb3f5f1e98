import { describe, expect, it } from 'vitest'
import type { Numbers, Part, QuestionResult } from '../../forms/results-wire.ts'
import { mostByUnit } from '../../web/caf/results-scale.ts'
import {
  amountWords,
  baseWords,
  binWords,
  comingWords,
  monthWords,
  scopeWords,
  shareWords,
} from '../../web/caf/results-words.ts'
import { spreadOf } from '../../web/caf/spread-shape.ts'

const question = (more: Partial<QuestionResult>): QuestionResult => ({
  path: '/q',
  title: 'Q',
  section: 'S',
  answered: 18,
  shown: 20,
  asked: 20,
  isAtLeast: false,
  figures: { kind: 'withheld', why: 'texts' },
  ...more,
})

describe('who answered, in words', () => {
  it.each([
    { of: {}, says: '18 répondants sur 20 dossiers' },
    {
      of: { answered: 1, shown: 1 },
      says: '1 répondant sur 1 dossier à qui elle était posée, de 20',
    },
    {
      of: { shown: 18, isAtLeast: true },
      says: '18 répondants sur au moins 18 dossiers à qui elle était posée, de 20',
    },
    { of: { answered: 0, shown: 0 }, says: 'Posée à aucun des 20 dossiers' },
    { of: { answered: 0, shown: 0, asked: 1 }, says: 'Posée à aucun dossier' },
    { of: { answered: 0, shown: 0, asked: null }, says: 'Posée à aucun dossier' },
    { of: { versions: [2, 3] }, says: '18 répondants sur 20 dossiers · posée par les versions 2, 3' },
    {
      of: { answered: null, shown: 20 },
      says: 'Nombre de répondants masqué sur 20 dossiers',
    },
  ])('are « $says »', ({ of, says }) => {
    expect(baseWords(question(of))).toBe(says)
  })
})

describe('the bars of a table', () => {
  const part = (sum: number | null, isMoney: boolean): Part => ({
    path: '/t',
    title: 'T',
    answered: 1,
    shown: 1,
    figures: { kind: 'numbers', isMoney, numbers: { sum } as Numbers },
  })
  it('have one scale a unit, so that counts are seen beside cents', () => {
    const mostOf = mostByUnit([part(30, false), part(20, false), part(50_050, true), part(120_050, true)])
    expect([mostOf(false), mostOf(true)]).toEqual([30, 120_050])
  })
  it('have a scale where everything is hidden', () => {
    expect(mostByUnit([part(null, true)])(true)).toBe(1)
  })
})

describe('figures in words', () => {
  it.each([
    { bin: { from: 10, to: 20, isValue: false, count: 1 }, says: 'de 10 à moins de 20' },
    { bin: { from: null, to: 20, isValue: false, count: 1 }, says: 'moins de 20' },
    { bin: { from: 40, to: null, isValue: false, count: 1 }, says: '40 et plus' },
    { bin: { from: 3, to: null, isValue: true, count: 1 }, says: '3' },
  ])('tell a bar as « $says »', ({ bin, says }) => {
    expect(binWords(bin, false)).toBe(says)
  })

  it('tell money in euros, numbers to two decimals, and say what is hidden', () => {
    expect(amountWords(123_456.4, true)).toMatch(/^1\s234,56\s€$/)
    expect(amountWords(2.3456, false)).toBe('2,35')
    expect(amountWords(null, false)).toBe('masqué')
    expect(shareWords(3, 8)).toBe('38\u00a0%')
    expect(shareWords(3, null)).toBe('')
    expect(monthWords('2024-09', '2024-10')).toBe('de septembre 2024 à octobre 2024')
  })
})

describe('how numbers spread', () => {
  const numbers = { min: 10, q1: 20, median: 30, q3: 40, max: 50 } as Numbers

  it('is drawn from the least to the most', () => {
    expect(spreadOf(numbers, 400)).toEqual({ left: 0, right: 400, boxLeft: 100, boxRight: 300, middle: 200 })
  })

  it('is not drawn where an end is hidden, or all are one', () => {
    expect(spreadOf({ ...numbers, min: null }, 400)).toBeUndefined()
    expect(spreadOf({ ...numbers, min: 50 }, 400)).toBeUndefined()
  })
})

describe('of how many dossiers the results are', () => {
  it('is said, with a warning where they are few', () => {
    expect(scopeWords({ transmitted: 24, dossiers: 24 })).toBe(
      '24 dossiers transmis comptent ici. Les brouillons n’y sont pas.',
    )
    expect(scopeWords({ transmitted: 1, dossiers: 1 })).toMatch(
      /^1 dossier transmis compte ici\..* C’est peu/,
    )
    expect(scopeWords({ transmitted: 24, dossiers: 4 })).toMatch(/^4 dossiers sur 24 transmis\. C’est peu/)
    expect(scopeWords({ transmitted: 24, dossiers: 0 })).toBe('0 dossier sur 24 transmis.')
  })

  it('while there is none, gives way to what will come and until when', () => {
    const campaign = { closesAt: '2026-06-30T22:00:00.000Z', zone: 'Europe/Paris' }
    expect(comingWords({ ...campaign, now: '2026-06-10T09:00:00.000Z' })).toContain(
      'dès le premier dossier transmis ; les partenaires ont jusqu’au mardi 30 juin 2026 à 23 h 59',
    )
    expect(comingWords({ ...campaign, now: '2026-07-10T09:00:00.000Z' })).toContain('La campagne est close')
  })
})
