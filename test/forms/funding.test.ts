import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateFunding, type FundingFacts, fundingFactsIn } from '../../forms/funding.ts'
import { type Rate, rates } from '../../forms/rates.ts'
import { publishedForm } from '../support/definitions.ts'

const year = '2023-2024'
const facts = (more: Partial<FundingFacts>): FundingFacts => ({
  schoolYear: year,
  charges: 0,
  collectifs: 1,
  notified: 99,
  bonusChildren: 0,
  bonusParents: 0,
  ...more,
})
const computed = (more: Partial<FundingFacts>, known: readonly Rate[] = rates) => {
  const funding = estimateFunding(facts(more), known)
  if (!funding.computed) throw new Error(funding.reason)
  return funding
}
const reasonFor = (more: Partial<FundingFacts>) => {
  const funding = estimateFunding(facts(more), rates)
  return funding.computed ? undefined : funding.reason
}

describe('the funding estimate, worked by hand', () => {
  it('pays 32.5 % of the cost of each collectif, and both bonuses', () => {
    // 18 000,00 € ÷ 3 = 6 000,00 €; × 32,5 % = 1 950,00 €; × 3 = 5 850,00 €; bonus 2 × 329 € and 1 × 329 €.
    const { ps, bonusChildren, bonusParents, total } = computed({
      charges: 1_800_000,
      collectifs: 3,
      bonusChildren: 2,
      bonusParents: 1,
    })
    expect({ ps, bonusChildren, bonusParents, total }).toEqual({
      ps: 585_000,
      bonusChildren: 65_800,
      bonusParents: 32_900,
      total: 683_700,
    })
  })

  it('rounds the PS of one collectif to the cent, then multiplies', () => {
    // 10 000,00 € ÷ 3 × 32,5 % = 1 083,3333… €, hence 1 083,33 €; × 3 = 3 249,99 €, not 3 250,00 €.
    expect(computed({ charges: 1_000_000, collectifs: 3 }).ps).toBe(324_999)
    // 10 000,01 € ÷ 6 × 32,5 % = 541,66720… €, hence 541,67 €; × 6 = 3 250,02 €.
    expect(computed({ charges: 1_000_001, collectifs: 6 }).ps).toBe(325_002)
  })

  it('rounds half a cent up', () => {
    // 0,20 € × 32,5 % = 6,5 cents, hence 7; 0,60 € = 19,5, hence 20; 0,21 € = 6,825, hence 7; 0,19 € = 6,175, hence 6.
    expect([20, 60, 21, 19].map((charges) => computed({ charges }).ps)).toEqual([7, 20, 7, 6])
    expect(computed({ charges: 40, collectifs: 2 }).ps).toBe(14)
  })

  it('pays 2 563 € for one collectif at most, whatever it costs', () => {
    // 7 886,15 € × 32,5 % = 2 562,99875 €, hence 2 563,00 €.
    expect(computed({ charges: 788_615 }).ps).toBe(256_300)
    expect(computed({ charges: 10_000_000 }).ps).toBe(256_300)
    expect(computed({ charges: 10_000_000, collectifs: 4 }).ps).toBe(4 * 256_300)
    // One cent under the ceiling: 7 886,14 € × 32,5 % = 2 562,9955 €, hence 2 563,00 € still.
    expect(computed({ charges: 788_614 }).ps).toBe(256_300)
    // 7 886,12 € × 32,5 % = 2 562,989 €, hence 2 562,99 €.
    expect(computed({ charges: 788_612 }).ps).toBe(256_299)
  })

  it('pays no more collectifs than the Caf notified, at the cost of those there were', () => {
    // 24 000,00 € ÷ 4 = 6 000,00 €, PS 1 950,00 €; 3 notified: 5 850,00 €; bonus for 3 of the 4 asked.
    const funding = computed({ charges: 2_400_000, collectifs: 4, notified: 3, bonusChildren: 4 })
    expect([funding.ps, funding.bonusChildren]).toEqual([585_000, 98_700])
    expect(computed({ charges: 2_400_000, collectifs: 4, notified: 0, bonusParents: 4 }).total).toBe(0)
  })

  it('pays both bonuses for one collectif: 658 €', () => {
    expect(computed({ bonusChildren: 1, bonusParents: 1 }).total).toBe(65_800)
  })

  it('shows its steps, the last of which is the total, and its source', () => {
    const { steps, source, total } = computed({
      charges: 1_800_000,
      collectifs: 3,
      notified: 2,
      bonusChildren: 1,
    })
    expect(steps.map(({ title, value }) => [title, value])).toEqual([
      ['Collectifs pris en compte', 2],
      ['Coût d’un collectif', 600_000],
      ['Coût retenu', 600_000],
      ['PS pour un collectif', 195_000],
      ['Prestation de service (PS)', 390_000],
      ['Bonus enfants', 32_900],
      ['Bonus parents', 0],
      ['Estimation totale', 422_900],
    ])
    expect(steps.at(-1)?.value).toBe(total)
    expect(steps.map(({ how }) => how).join(' ')).toContain('32,5')
    expect(source).toContain('caf.fr')
  })
})

describe('the funding estimate refuses, with the reason,', () => {
  it('a year without a rate, however near another', () => {
    expect(rates.map(({ schoolYear }) => schoolYear)).toEqual([year])
    for (const schoolYear of ['2022-2023', '2024-2025', '2025-2026', ''])
      expect(reasonFor({ schoolYear })).toContain('aucune estimation')
  })

  it('no collectif', () => expect(reasonFor({ collectifs: 0 })).toContain('Sans collectif'))

  it.each([
    ['negative charges', { charges: -1 }],
    ['a fraction of a cent', { charges: 0.5 }],
    ['3.5 collectifs', { collectifs: 3.5 }],
    ['a notification that is no number', { notified: Number.NaN }],
    ['a negative bonus', { bonusParents: -1 }],
    ['endless charges', { charges: Number.POSITIVE_INFINITY }],
  ])('%s', (_, more) => expect(reasonFor(more)).toContain('vérifiez'))
})

describe('the funding estimate, whatever the facts,', () => {
  const anything = fc.record({
    schoolYear: fc.constant(year),
    charges: fc.integer({ min: 0, max: 1_000_000_000 }),
    collectifs: fc.integer({ min: 1, max: 40 }),
    notified: fc.integer({ min: 0, max: 60 }),
    bonusChildren: fc.integer({ min: 0, max: 40 }),
    bonusParents: fc.integer({ min: 0, max: 40 }),
  })
  const aRate = fc.record({
    schoolYear: fc.constant(year),
    rate: fc.integer({ min: 1, max: 10_000 }).map((n) => n / 10_000),
    ceiling: fc.integer({ min: 0, max: 10_000_000 }),
    bonusChildren: fc.integer({ min: 0, max: 100_000 }),
    bonusParents: fc.integer({ min: 0, max: 100_000 }),
    source: fc.constant('essai'),
  })

  it('is whole cents, never negative, and the sum of its parts', () => {
    fc.assert(
      fc.property(anything, aRate, (some, rate) => {
        const { ps, bonusChildren, bonusParents, total, steps } = computed(some, [rate])
        for (const value of [ps, bonusChildren, bonusParents, ...steps.map((step) => step.value)])
          expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
        expect(total).toBe(ps + bonusChildren + bonusParents)
      }),
    )
  })

  it('never falls when more collectifs are notified, and stands still beyond those there were', () => {
    fc.assert(
      fc.property(anything, aRate, (some, rate) => {
        const totals = Array.from({ length: some.collectifs + 3 }, (_, notified) =>
          computed({ ...some, notified }, [rate]),
        ).map(({ total }) => total)
        expect(totals).toEqual(totals.toSorted((a, b) => a - b))
        expect(new Set(totals.slice(some.collectifs)).size).toBe(1)
      }),
    )
  })

  it('is at most the ceiling’s share for each paid collectif, and within half a cent each of the exact share', () => {
    fc.assert(
      fc.property(anything, aRate, (some, rate) => {
        const paid = Math.min(some.collectifs, some.notified)
        const { ps } = computed(some, [rate])
        const exact = Math.min(some.charges / some.collectifs, rate.ceiling) * rate.rate * paid
        expect(Math.abs(ps - exact)).toBeLessThanOrEqual(paid * 0.5 + 1e-3)
      }),
    )
  })
})

describe('the facts of the funding', () => {
  const { info } = publishedForm('clas-reel', { fewCommunes: true })

  it('are read from the answers', () => {
    const answers = {
      charges: { c60: { montant: 100 }, c86: { montant: 20 } },
      collectifs_total: 2,
      collectifs: [
        { bonus_enfants: 'oui', bonus_parents: 'non' },
        { bonus_enfants: 'oui', bonus_parents: 'oui' },
      ],
    }
    expect(fundingFactsIn(info, answers, { schoolYear: year, notified: 2 })).toEqual({
      schoolYear: year,
      notified: 2,
      charges: 120,
      collectifs: 2,
      bonusChildren: 2,
      bonusParents: 1,
    })
  })

  it('are none while charges or collectifs are not answered, or where the form has no funding', () => {
    const known = { schoolYear: year, notified: 2 }
    expect(fundingFactsIn(info, { collectifs_total: 2 }, known)).toBeUndefined()
    expect(fundingFactsIn(info, { charges: { c60: { montant: 1 } } }, known)).toBeUndefined()
    expect(fundingFactsIn({ funding: undefined }, { collectifs_total: 2 }, known)).toBeUndefined()
  })
})
