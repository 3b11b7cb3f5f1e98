// Numbers as people read them. Money is integer cents everywhere; people type and read euros. One file turns one into
// the other, for the page, the review and the messages alike.

/** Above this, an amount is a slip of the finger: 100 million euros, in cents. */
const MAX_CENTS = 10_000_000_000

const plain = /^(-?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/
const withPoints = /^(-?)(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/

/**
 * The cents of an amount as people type it: « 1 234,56 », « 1234.5 », « 1.234,56 », « 12 € », « -3,10 ». Undefined
 * when it is no amount, may be read in two ways (« 1.234 », « 1 234 56 ») or exceeds 100 million euros.
 */
export const parseMoney = (typed: string): number | undefined => {
  const text = typed
    .replaceAll(/\s+/g, ' ')
    .replace(/ ?(?:€|euros?) ?$/i, '')
    .trim()
    .replace(/^[\u2212\u2013] ?/, '-')
  const [, sign, whole = '', decimals = ''] = plain.exec(text) ?? withPoints.exec(text) ?? []
  if (whole === '') return undefined
  const cents = Number(whole.replaceAll(/[ .]/g, '')) * 100 + Number(decimals.padEnd(2, '0'))
  if (cents > MAX_CENTS) return undefined
  return sign === '-' && cents > 0 ? -cents : cents
}

/** « 1 234,56 € »: narrow no-break spaces, as Intl writes French. Throws RangeError when it is no whole cents. */
export const formatMoney = (cents: number): string => `${formatAmount(cents)}\u00a0€`

/** « 1 234,56 », what a field for an amount shows when nobody is typing in it. */
export const formatAmount = (cents: number): string => {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`no whole number of cents: ${cents}`)
  const whole = Math.trunc(Math.abs(cents) / 100)
  const decimals = String(Math.abs(cents) % 100).padStart(2, '0')
  return `${cents < 0 ? MINUS : ''}${euros.format(whole)},${decimals}`
}

/** « 1 234,5 », « −3 »: a plain number as people read it. */
export const formatNumber = (value: number): string => numbers.format(value + 0).replace('-', MINUS)

/** The sign of a negative number; a hyphen may be cut from its digits at the end of a line. */
const MINUS = '\u2212'
const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 6 })
const euros = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
