// Which days and months a question takes. Where the definition says nothing, a year of less than four figures or far
// away is a slip of the keyboard: it is refused, by page and server in one sentence.
import { plainDayText } from './dates.ts'

const FIRST = '1900-01-01'
const LAST = '2999-12-31'

const DATED: ReadonlySet<string> = new Set(['date', 'month', 'datetime-local'])

type Bounds = {
  readonly inputType: string | undefined
  /** What the definition says, a day, a month or a moment of a day in ISO. */
  readonly min?: unknown
  readonly max?: unknown
  /** What it says below `min` and above `max`. */
  readonly minErrorText?: string | undefined
  readonly maxErrorText?: string | undefined
}

/** Why a day, a month or a moment cannot stand, and what to write instead; undefined where it can, or where it is none. */
export const dayFault = (value: unknown, bounds: Bounds): string | undefined => {
  const { inputType } = bounds
  if (typeof value !== 'string' || value === '' || !DATED.has(inputType ?? '')) return undefined
  const [min, max] = [given(bounds.min), given(bounds.max)]
  if (min !== undefined && value < min)
    return bounds.minErrorText ?? `La date doit être le ${told(min)} ou après.`
  if (max !== undefined && value > max)
    return bounds.maxErrorText ?? `La date doit être le ${told(max)} ou avant.`
  const day = value.slice(0, LAST.length)
  // A year of five figures stands before one of four as text.
  const hasFiveFigures = /^\d{5}/.test(value)
  if (max === undefined && (hasFiveFigures || day > LAST))
    return `Vérifiez l’année\u00a0: la date doit être avant le ${plainDayText(LAST)}.`
  if (min === undefined && !hasFiveFigures && day < FIRST.slice(0, value.length))
    return `Vérifiez l’année\u00a0: la date doit être après le ${plainDayText(FIRST)}.`
  return undefined
}

const given = (bound: unknown): string | undefined =>
  typeof bound === 'string' && /^\d{4}-\d{2}/.test(bound) ? bound : undefined

const told = (bound: string): string => {
  const [day = '', hour = ''] = bound.split('T')
  return hour === ''
    ? plainDayText(day)
    : `${plainDayText(day)} à ${hour.slice(0, 5).replace(':', '\u00a0h\u00a0')}`
}
