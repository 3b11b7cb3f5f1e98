// The identifiers of domain.md, « Identifiers », checked the same way in the page and on the server.
// phone-metadata.json is generated from libphonenumber-js's own metadata (calling code → numbers that exist),
// because the library would cost the fill page 9.7 KB (brotli) where this costs 1.2. Once the library moves:
// `npx vitest run --project forms test/forms/identifiers.test.ts -u`; the same test holds us to its verdicts.
import existing from './phone-metadata.json' with { type: 'json' }

const LA_POSTE = '356000000'

/** Removes the spaces people type or paste in a SIRET: it is stored as 14 digits. */
export const normaliseSiret = (typed: string): string => typed.replace(/\s/g, '')

/** Whether this is a SIRET, 14 digits without spaces: Luhn holds on the 14 and on the SIREN, its first 9. */
export const isSiret = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^\d{14}$/.test(value)) return false
  const siren = value.slice(0, 9)
  if (siren === '000000000' || luhnSum(siren) % 10 !== 0) return false
  return luhnSum(value) % 10 === 0 || (siren === LA_POSTE && digitSum(value) % 5 === 0)
}

/** Whether this is an association's number in the RNA. Alsace-Moselle's registers have none. */
export const isRna = (value: unknown): boolean => typeof value === 'string' && /^W\d[A-Z\d]\d{7}$/.test(value)

/** Whether this has the form of a commune's code Insee; that it exists is for the list of its département. */
export const isCommune = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:[013-9]\d|2[AB1-9])\d{3}$/.test(value)

const plans = Object.entries(existing).map(([code, pattern]) => ({
  code: `+${code}`,
  exists: new RegExp(`^(?:${pattern})$`),
}))

/** Whether this is an existing French number, metropolitan or overseas, in E.164: `+33479123456`. */
export const isPhone = (value: unknown): boolean =>
  typeof value === 'string' &&
  plans.some(({ code, exists }) => value.startsWith(code) && exists.test(value.slice(code.length)))

/**
 * A French number as people type it (« 04 79 12 34 56 », « 0692.12.34.56 », « +33 (0)4 79 12 34 56 »,
 * « 00687 26 12 34 ») in E.164; undefined if there is no such number. Those overseas that are not dialled
 * with a `0` (New Caledonia, Polynesia, Wallis) are recognised with their code only.
 */
export const toE164 = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s.\-/()\u2010-\u2015]/g, '').replace(/^00/, '+')
  if (!/^\+?\d+$/.test(digits)) return undefined
  return (digits.startsWith('+') ? written(digits) : dialled(digits)).find(isPhone)
}

/** An international number, and the same without the `0` that many leave after the code. */
const written = (number: string): string[] => {
  const plan = plans.find(({ code }) => number.startsWith(`${code}0`))
  return plan ? [number, plan.code + number.slice(plan.code.length + 1)] : [number]
}

/**
 * What a number dialled in France may be. Overseas landlines and mobiles come first: the metropolitan plan
 * also holds some of them (0596), while 08 and 09 are metropolitan. 0508 is Saint-Pierre-et-Miquelon.
 */
const dialled = (number: string): string[] => {
  if (!number.startsWith('0')) return []
  const national = number.slice(1)
  if (national.startsWith('508') && number.length === 10) return [`+${national}`]
  const overseas = /^[1-7]/.test(national) ? ['+590', '+596', '+594', '+262'] : []
  return [...overseas, '+33'].map((code) => code + national)
}

const luhnSum = (digits: string): number =>
  digitSum([...digits].map((digit, i) => Number(digit) * ((digits.length - i) % 2 === 0 ? 2 : 1)).join(''))

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)
