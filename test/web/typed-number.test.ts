import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../../forms/money.ts'
import { type NumberField, numberText, readNumber } from '../../web/fill/typed-number.ts'

const count: NumberField = { money: false, min: 0, max: 40, step: 1 }
const money: NumberField = { money: true, min: 0, max: 9_999_999_999, step: 1 }
const etp: NumberField = { money: false, min: 0, max: 99, step: 0.01 }
const fault = (typed: string, field: NumberField): string => {
  const reading = readNumber(typed, field)
  return 'fault' in reading ? reading.fault : `no fault: ${reading.value}`
}

describe('a number as it is typed', () => {
  it.each([
    ['1 234,56', money, 123_456],
    ['1\u202f234,56', money, 123_456],
    ['1234.5', money, 123_450],
    ['12 €', money, 1_200],
    ['12,', money, 1_200],
    ['0', money, 0],
    ['12', count, 12],
    [' 7 ', count, 7],
    ['3,0', count, 3],
    ['0,35', etp, 0.35],
    ['0.35', etp, 0.35],
    ['1 200', { money: false, step: 1 }, 1200],
    ['-3', { money: false }, -3],
    ['', count, undefined],
    ['  ', money, undefined],
  ])('« %s » is read', (typed, field, value) => {
    expect(readNumber(typed, field)).toEqual({ value })
  })

  it.each([
    ['abc', money, /^Écrivez un montant en euros, par exemple 1\s234,56\.$/],
    ['12,345', money, /^Écrivez un montant en euros/],
    ['12 34', money, /^Écrivez un montant en euros/],
    ['1e5', money, /^Écrivez un montant en euros/],
    ['99999999999', money, /dépasse 100\s*millions d’euros/],
    ['-5', money, /^Un montant ne peut pas être négatif/],
    ['100 000 000', money, /de 99\s999\s999,99\s€ au plus/],
    ['trois', count, /^Écrivez un nombre en chiffres/],
    ['1e3', count, /^Écrivez un nombre en chiffres/],
    ['Infinity', count, /^Écrivez un nombre en chiffres/],
    ['3.5', count, /^Écrivez un nombre entier/],
    ['3,5', count, /^Écrivez un nombre entier/],
    ['-1', count, /^Un nombre ne peut pas être négatif/],
    ['41', count, /^Écrivez un nombre de 40 au plus/],
    ['0,355', etp, /^Écrivez un nombre avec 2 décimales au plus/],
    ['9'.repeat(400), count, /^Écrivez un nombre en chiffres/],
  ])('« %s » is not taken, and it says what to write', (typed, field, words) => {
    expect(fault(typed, field)).toMatch(words)
  })

  it('says what the questionnaire says of a bound, where it does', () => {
    expect(fault('-1', { ...count, minText: 'Pas moins de zéro.' })).toBe('Pas moins de zéro.')
  })

  it('shows an amount as it is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (cents) => {
        expect(numberText(cents, { money: true })).toBe(formatAmount(cents))
        expect(readNumber(numberText(cents, { money: true }), money)).toEqual({ value: cents })
      }),
    )
  })

  it('never takes what it would not show again', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(money, count, etp), (typed, field) => {
        const reading = readNumber(typed, field)
        if ('fault' in reading) expect(reading.fault).toMatch(/\.$/)
        else if (reading.value !== undefined)
          expect(readNumber(numberText(reading.value, field), field)).toEqual(reading)
      }),
    )
  })
})
