import type { Check } from '../coherence-rules.ts'
import { formatMoney } from '../money.ts'

/** « entre 8 et 12 », « d’au moins 0,00 € » */
export const boundWords = ({ min, max, money }: Extract<Check, { check: 'each' }>): string => {
  const said = (bound: number): string =>
    money && Number.isSafeInteger(bound) ? formatMoney(bound) : String(bound).replace('.', ',')
  if (min === undefined) return max === undefined ? 'quelconque' : `d’au plus ${said(max)}`
  return max === undefined ? `d’au moins ${said(min)}` : `entre ${said(min)} et ${said(max)}`
}
