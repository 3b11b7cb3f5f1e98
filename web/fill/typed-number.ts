// Numbers as people type them: « 1 234,56 » for an amount, « 0,35 » or « 0.35 », « 1 200 ». What cannot be taken is
// said beside its field and stays there as it was typed; nothing of it is stored.
import { formatAmount, formatMoney, formatNumber, parseMoney } from '../../forms/money.ts'

/** What a field takes: whole cents where `money`, and bounds in the same unit. */
export type NumberField = {
  readonly money: boolean
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
  /** Where steps are counted from, when not from zero. */
  readonly from?: number | undefined
  /** What the questionnaire itself says below `min` and above `max`. */
  readonly minText?: string | undefined
  readonly maxText?: string | undefined
}

/** What was understood: a number, nothing (a blank), or why it cannot be taken and what to write instead. */
export type Reading = { readonly value: number | undefined } | { readonly fault: string }

export const readNumber = (typed: string, field: NumberField): Reading => {
  const text = typed.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return { value: undefined }
  // Somebody who has not come to the decimals yet.
  const whole = text.replace(/(\d)[.,]$/, '$1')
  const value = field.money ? parseMoney(whole) : parsePlain(whole)
  const fault = value === undefined ? unreadable(whole, field) : faultOf(value, field)
  return fault === undefined ? { value } : { fault }
}

/** What a field shows of its number when nobody is typing in it. */
export const numberText = (value: number, { money }: Pick<NumberField, 'money'>): string =>
  money && Number.isSafeInteger(value)
    ? formatAmount(value)
    : String(value).replace('.', ',').replace(/^-/, '\u2212')

/** Why a number cannot stand in a field, and what to write instead. */
export const faultOf = (value: number, field: NumberField): string | undefined => {
  const { money, min, max, step, from = 0 } = field
  const words = (bound: number) => (money ? formatMoney(bound) : formatNumber(bound))
  const what = money ? 'un montant' : 'un nombre'
  if (min !== undefined && value < min) {
    const negative = `${what.charAt(0).toUpperCase()}${what.slice(1)} ne peut pas être négatif : vérifiez-le.`
    return field.minText ?? (min === 0 ? negative : `Écrivez ${what} de ${words(min)} au moins.`)
  }
  if (max !== undefined && value > max) return field.maxText ?? `Écrivez ${what} de ${words(max)} au plus.`
  if (!step || isMultiple(value - from, step)) return undefined
  if (from !== 0) return `Écrivez un nombre de ${words(step)} en ${words(step)} à partir de ${words(from)}.`
  if (step === 1) return 'Écrivez un nombre entier, sans virgule.'
  const decimals = -Math.log10(step)
  return Number.isInteger(decimals)
    ? `Écrivez un nombre avec ${decimals} ${decimals === 1 ? 'décimale' : 'décimales'} au plus.`
    : `Écrivez un multiple de ${words(step)}.`
}

const unreadable = (text: string, { money }: NumberField): string => {
  if (!money) return 'Écrivez un nombre en chiffres, par exemple 12.'
  return /^\d{9}/.test(text.replaceAll(' ', ''))
    ? 'Ce montant dépasse 100\u00a0millions d’euros : vérifiez-le.'
    : 'Écrivez un montant en euros, par exemple 1\u00a0234,56.'
}

const plain = /^[-\u2212]?(?:\d{1,15}|\d{1,3}(?: \d{3}){1,4})(?:[.,]\d{1,6})?$/

const parsePlain = (text: string): number | undefined =>
  plain.test(text) ? Number(text.replaceAll(' ', '').replace(',', '.').replace('\u2212', '-')) + 0 : undefined

/** Whether a value is so many whole steps, apart from the noise of binary fractions. */
const isMultiple = (value: number, step: number): boolean => {
  const steps = value / step
  return Math.abs(steps - Math.round(steps)) <= 1e-12 * Math.max(1, Math.abs(steps))
}
