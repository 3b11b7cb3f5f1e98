// Deadlines as a calendar (iCalendar, RFC 5545), for a mail's attachment and for a feed. The end of an event is
// exclusive, as our deadlines are: it is the very instant at which the form closes. The rules of each zone are written
// out of the same zone database that computes the deadlines, so that no calendar needs to know another one.
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { deadlineText } from './dates.ts'

export type DeadlineEvent = {
  /** Stays the same when the deadline moves: the event then moves in the calendars that have it. */
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly url: string
  /** Exclusive, ISO UTC. */
  readonly closesAt: string
  readonly zone: string
  /** When this was last true, ISO UTC: a calendar keeps the latest. */
  readonly stamp: string
}

/** How long before a deadline its event begins. */
const LENGTH = { hours: 1 }
const DAY_SECONDS = 86_400
/** Rules are written for the years of the events and this many around, since calendars look a little further. */
const YEARS_AROUND = 1

/** The calendar as text; `alarms` asks to be reminded a week and a day before. */
export const calendarOf = (
  name: string,
  events: readonly DeadlineEvent[],
  { alarms = false }: { alarms?: boolean } = {},
): string => {
  const years = events.map(({ closesAt }) => Number(closesAt.slice(0, 4)))
  const span = { from: Math.min(...years) - YEARS_AROUND, to: Math.max(...years) + YEARS_AROUND }
  const calendar = ical({
    prodId: '//Echeance//Echeances//FR',
    method: ICalCalendarMethod.PUBLISH,
    // The calendar itself stays in UTC: its stamps must be (§3.8.7.2). Each event names its own zone.
    timezone: { name: null, generator: (zone) => timezoneOf(zone, span) },
  })
  calendar.name(name)
  for (const { uid, title, description, url, closesAt, zone, stamp } of events) {
    const end = Temporal.Instant.from(closesAt).toZonedDateTimeISO(zone)
    const event = calendar.createEvent({
      id: `${uid}@echeance`,
      start: end.subtract(LENGTH),
      end,
      timezone: zone,
      stamp: Temporal.Instant.from(stamp),
      summary: title,
      description: `${deadlineText(closesAt, zone)}\n${description}\n${url}`,
      url,
    })
    if (!alarms) continue
    for (const days of [7, 1]) event.createAlarm({ type: ICalAlarmType.display, trigger: days * DAY_SECONDS })
  }
  return calendar.toString()
}

/** A VTIMEZONE that holds for these years: the offset at their start, then each change. */
const timezoneOf = (zone: string, { from, to }: { from: number; to: number }): string => {
  const start = Temporal.PlainDate.from({ year: from, month: 1, day: 1 }).toZonedDateTime(zone)
  const end = Temporal.PlainDate.from({ year: to + 1, month: 1, day: 1 }).toZonedDateTime(zone)
  const observances = [observanceAt(start, start)]
  for (let at = start.getTimeZoneTransition('next'); at; at = at.getTimeZoneTransition('next')) {
    if (Temporal.ZonedDateTime.compare(at, end) >= 0) break
    observances.push(observanceAt(at, at.subtract({ nanoseconds: 1 })))
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** From `at` on; the local time at which it begins is told by the offset before it (§3.6.5). */
const observanceAt = (at: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): string[] => {
  const kind = at.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  const local = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${at.offset.replace(':', '')}`,
    `END:${kind}`,
  ]
}
