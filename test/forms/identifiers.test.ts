import fc from 'fast-check'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import metadata from 'libphonenumber-js/metadata.max.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { isCommune, isPhone, isRna, isSiret, normaliseSiret, toE164 } from '../../forms/identifiers.ts'
import existing from '../../forms/phone-metadata.json' with { type: 'json' }

const FRENCH = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF'] as const

describe('isSiret', () => {
  it.each([
    ['73282932000074', 'an ordinary one'],
    ['35600000000048', 'the seat of La Poste'],
    ['35600000049837', 'a post office, by Luhn'],
    ['35600000009075', 'a post office, by its digit sum only'],
  ])('takes %s: %s', (value) => expect(isSiret(value)).toBe(true))

  it.each([
    ['11122233344455', 'its SIREN fails'],
    ['00000000000000', 'all zero'],
    ['73282932000075', 'a wrong last digit'],
    ['35600000009076', 'La Poste, neither Luhn nor digit sum'],
    ['73282932100075', 'another SIREN does not get the rule of La Poste'],
    ['7328293200007', '13 digits'],
    ['732829320000744', '15 digits'],
    ['732 829 320 00074', 'spaces: normaliseSiret first'],
    ['73282932000074\n', 'a trailing line'],
    ['٧٣٢٨٢٩٣٢٠٠٠٠٧٤', 'other digits'],
    ['', 'nothing'],
    [73282932000074, 'a number'],
    [undefined, 'no value'],
  ])('refuses %j: %s', (...[value]) => expect(isSiret(value)).toBe(false))

  it('reads a SIRET typed in groups', () => {
    expect(normaliseSiret(' 732 829 320\u00a000074 ')).toBe('73282932000074')
  })
})

describe('isRna', () => {
  it.each(['W731000001', 'W9R1000001', 'W2A1000001'])('takes %s', (v) => expect(isRna(v)).toBe(true))
  it.each(['w731000001', 'W73100000', 'W7310000011', 'W73100000A', '731000001', 'WA31000001', '', null])(
    'refuses %j',
    (value) => expect(isRna(value)).toBe(false),
  )
})

describe('isCommune', () => {
  it.each(['73008', '01004', '2A004', '2B033', '97411', '21231', '98818'])('takes %s', (value) =>
    expect(isCommune(value)).toBe(true),
  )
  it.each(['20004', '2C004', '2a004', '7300', '730080', 'Aix-les-Bains', '', 73008])('refuses %j', (value) =>
    expect(isCommune(value)).toBe(false),
  )
})

describe('telephone', () => {
  it.each([
    ['04 79 12 34 56', '+33479123456'],
    ['06.12.34.56.78', '+33612345678'],
    ['+33 (0)4 79 12 34 56', '+33479123456'],
    ['0033 4 79 12 34 56', '+33479123456'],
    ['04\u202f79\u202f12\u202f34\u202f56', '+33479123456'],
    ['09 72 12 34 56', '+33972123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0262 12 34 56', '+262262123456'],
    ['0639 01 23 45', '+262639012345'],
    ['0590 01 23 45', '+590590012345'],
    ['0690 12 34 56', '+590690123456'],
    ['0596 60 12 34', '+596596601234'],
    ['0694 12 34 56', '+594694123456'],
    ['0508 41 12 34', '+508411234'],
    ['+687 26 12 34', '+687261234'],
    ['+689 40 45 67 89', '+68940456789'],
    ['00681 72 12 34', '+681721234'],
  ])('reads « %s » as %s', (typed, stored) => {
    expect(toE164(typed)).toBe(stored)
    expect(isPhone(stored)).toBe(true)
    expect(parsePhoneNumberFromString(stored)?.isValid()).toBe(true)
  })

  it.each([
    '04 79 12 34',
    '04 79 12 34 567',
    '00 00 00 00 00',
    '26 12 34',
    '+44 20 7946 0958',
    'appelez-moi',
    '',
  ])('finds no number in « %s »', (typed) => expect(toE164(typed)).toBeUndefined())

  it.each([
    '0479123456',
    '+33 479123456',
    '+330479123456',
    '+33000000000',
    '+442079460958',
    '+33',
    '',
    33479123456,
  ])('refuses to store %j', (value) => expect(isPhone(value)).toBe(false))

  it('keeps the numbers that exist as libphonenumber-js has them (else -u)', async () => {
    await expect(`${JSON.stringify(numbersThatExist(), null, 2)}\n`).toMatchFileSnapshot(
      '../../forms/phone-metadata.json',
    )
  })

  it('judges as libphonenumber-js does', () => {
    const number = fc
      .tuple(fc.constantFrom(...Object.keys(existing)), fc.stringMatching(/^\d{5,10}$/))
      .map(([code, national]) => `+${code}${national}`)
    fc.assert(
      fc.property(number, (value) => {
        const parsed = parsePhoneNumberFromString(value)
        expect(isPhone(value)).toBe(parsed?.isValid() === true && parsed.number === value)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads numbers dialled in metropolitan France as libphonenumber-js does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-478]\d{8}$/), (typed) => {
        const theirs = FRENCH.map((country) => parsePhoneNumberFromString(typed, country))
        const ours = toE164(typed)
        expect(ours === undefined || theirs.some((n) => n?.isValid() && n.number === ours)).toBe(true)
        if (theirs[0]?.isValid()) expect(ours).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })
})

/** By calling code, the numbers of every type in every French plan, as one pattern. */
const numbersThatExist = (): Record<string, string> => {
  const codes = new Map<string, string[]>()
  for (const country of FRENCH) {
    const [code, patterns] = planOf(country)
    codes.set(code, [...(codes.get(code) ?? []), ...patterns])
  }
  return Object.fromEntries(
    [...codes].sort().map(([code, patterns]) => [code, [...new Set(patterns)].join('|')]),
  )
}

/** In the library's minified metadata, the calling code is item 0 and the types of number item 11. */
const planOf = (country: CountryCode): [code: string, patterns: string[]] => {
  const plan = metadata.countries[country] ?? []
  const types: (0 | [string])[] = plan[11]
  return [plan[0], types.flatMap((type) => (type === 0 ? [] : [type[0]]))]
}
