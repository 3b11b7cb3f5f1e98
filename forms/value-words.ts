// Values that are kept in a form of their own, as people write them: in the page and on paper alike.
import { plainDayText } from './dates.ts'

/** « 2024-09-01 » as « 1er septembre 2024 »; what is no day as it is. */
export const dayWords = (value: string): string =>
  Number.isNaN(Date.parse(`${value}T00:00:00Z`)) ? value : plainDayText(value)

/** « 08:30 » as « 8 h 30 »; what is no hour as it is. */
export const hourWords = (value: string): string => {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(value) ?? []
  return hour === undefined ? value : `${Number(hour)}\u00a0h\u00a0${minute}`
}

/** « 2024-09-01T08:30 » as « 1er septembre 2024 à 8 h 30 ». */
export const momentWords = (value: string): string => {
  const [day = '', hour = ''] = value.split('T')
  return hour === '' ? value : `${dayWords(day)} à ${hourWords(hour)}`
}

/**
 * A number in E.164 as people write it: « 04 79 12 34 56 », with its code from overseas: « +262 692 12 34 56 »,
 * « +687 26 12 34 ». Any other as it is kept.
 */
export const phoneWords = (value: string): string => {
  if (/^\+33[1-9]\d{8}$/.test(value)) return pairs(`0${value.slice(3)}`)
  const [, code, area = '', rest = ''] = OVERSEAS.exec(value) ?? []
  return code === undefined ? value : [`+${code}`, area, pairs(rest)].filter(Boolean).join(' ')
}

/** The codes of the places overseas; where a number has nine digits, the first three are its area. */
const OVERSEAS = /^\+(262|508|590|594|596|681|687|689)(\d{3})?((?:\d\d){3,4})$/

const pairs = (digits: string): string => digits.replaceAll(/(\d{2})(?=\d)/g, '$1 ')
