// A deadline is a last day in a zone (domain.md, « Time »). Reading « jusqu'au 12 » as the 12th at 00:00 is
// the classic fault of this field; so one file decides, for the page, the write and the mail alike.
import { Temporal } from 'temporal-polyfill'

/** The instant a local day begins, ISO UTC. Throws RangeError for a day or a zone that does not exist. */
export const startOfDay = (day: string, zone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString()

/**
 * When a form whose last day is `lastDay` closes: the start of the next local day, exclusive.
 * `closingInstant('2024-07-12', 'Europe/Paris')` is `2024-07-12T22:00:00.000Z`.
 */
export const closingInstant = (lastDay: string, zone: string): string =>
  startOfDay(Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString(), zone)

/** Whether what a field for days gives is written as one: a field for one gives years of six digits too, as they are being typed. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The last day that a field for days is to take: with it, browsers stop at four digits for the year. */
export const LAST_DAY = '9999-12-31'

/** The local calendar day of an instant in a zone, `2024-07-12`. */
export const localDay = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/** `day` moved by a number of days, `2024-07-12`. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** How many days lie between two days; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/** `day` moved by whole months; a day that the month does not have becomes its last. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

/** `day` moved by whole years; 29 February becomes the 28th where there is none. */
export const addYears = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).add({ years }).toString()

/** An hour of a local day, ISO UTC; one that the clocks skip is the one after it. */
export const hourOfDay = (day: string, zone: string, hour: number): string =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds,
  ).toISOString()

/** Whether a zone exists, by an IANA name; offsets such as +02:00 are refused, they know no summer time. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return startOfDay('2024-01-01', zone) !== ''
  } catch {
    return false
  }
}
