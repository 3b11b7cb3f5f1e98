import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount, formatMoney, parseMoney } from '../../forms/money.ts'

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })

describe('parseMoney', () => {
  it.each([
    ['1 234,56', 123_456],
    ['1\u202f234,56\u00a0€', 123_456],
    ['1234.5', 123_450],
    ['1.234,56', 123_456],
    ['1.234.567,8', 123_456_780],
    ['0', 0],
    ['-0', 0],
    [' 12 € ', 1_200],
    ['7 euros', 700],
    ['-3,10', -310],
    ['\u22123,10', -310],
    ['007', 700],
    ['100 000 000', 10_000_000_000],
  ])('reads « %s »', (typed, read) => expect(parseMoney(typed)).toBe(read))

  it.each([
    '',
    ' ',
    '€',
    '-',
    'abc',
    '12,345',
    '1.234',
    '1,234.56',
    '1 234 56',
    '1 23',
    '12,3,4',
    '1e3',
    '0x10',
    '١٢',
    '12 $',
    '--1',
    '1-',
    'Infinity',
    'NaN',
    '100 000 000,01',
    '9'.repeat(400),
  ])('does not read « %s »', (typed) => expect(parseMoney(typed)).toBeUndefined())

  it('reads back whatever is shown, to the cent', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount)
        expect(parseMoney(formatAmount(amount))).toBe(amount)
        expect(parseMoney((amount / 100).toFixed(2))).toBe(amount)
      }),
    )
  })

  it('answers whole cents or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,- €') })),
        (typed) => {
          const read = parseMoney(typed)
          if (read !== undefined) expect(Number.isSafeInteger(read)).toBe(true)
        },
      ),
    )
  })
})

describe('formatMoney', () => {
  it.each([
    [123_456, '1\u202f234,56\u00a0€'],
    [0, '0,00\u00a0€'],
    [5, '0,05\u00a0€'],
    [-5, '\u22120,05\u00a0€'],
    [10_000_000_000, '100\u202f000\u202f000,00\u00a0€'],
  ])('writes %i cents as French people do', (amount, shown) => expect(formatMoney(amount)).toBe(shown))

  it('refuses what is no whole number of cents', () => {
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => formatMoney(amount)).toThrow(RangeError)
  })
})
