import { yearsOf } from '../shared/projects.tsx'

const BEFORE = 4
const AFTER = 6

/** The school year of an instant, which begins in September. */
const yearAt = (now: string): number => Number(now.slice(0, 4)) - (now.slice(5, 7) < '09' ? 1 : 0)

const named = (first: number): string => `${first}-${first + 1}`

/** The school years that one may choose from at an instant, the current one and some on either side. */
export const schoolYearsAround = (now: string): string[] =>
  Array.from({ length: BEFORE + AFTER + 1 }, (_, i) => named(yearAt(now) - BEFORE + i))

/** The school year at an instant, and so many years after it. */
export const schoolYearAfter = (now: string, years = 0): string => named(yearAt(now) + years)

/** Those that a project may be notified for: of its convention, or for want of one, around now. */
export const notifiable = (cof: Parameters<typeof yearsOf>[0], now: string): string[] =>
  cof ? yearsOf(cof) : schoolYearsAround(now)
