// Instants in words, for the page and the mail. Apart from deadline.ts so that a page that only shows a date
// does not carry the Temporal polyfill: an instant and Intl are enough here.

const REFERENCE_ZONE = 'Europe/Paris'

const zoneNames: Record<string, string> = {
  'Europe/Paris': 'heure de Paris',
  'Indian/Reunion': 'heure de La Réunion',
  'America/Guadeloupe': 'heure de la Guadeloupe',
  'America/Martinique': 'heure de la Martinique',
  'America/Cayenne': 'heure de la Guyane',
  'Indian/Mayotte': 'heure de Mayotte',
}

/** The zones that Cafs live in. */
export const cafZones: readonly string[] = Object.keys(zoneNames)

/** « heure de Paris »; the city of the zone's name where the list has none. */
export const zoneName = (zone: string): string =>
  zoneNames[zone] ?? `heure de ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`

const part = (instant: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options }).format(new Date(instant))

/** « vendredi 12 juillet 2024 »; the 1st is « 1er ». */
export const dayText = (instant: string, zone: string): string =>
  ordinal(part(instant, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }))

/** A day that is in no zone, « 2024-09-01 », as « 1er septembre 2024 »; a month as « septembre 2024 ». */
export const plainDayText = (day: string): string => {
  const isMonth = day.length === 7
  const options = { month: 'long', year: 'numeric' } as const
  return ordinal(
    part(
      `${isMonth ? `${day}-01` : day}T00:00:00Z`,
      'UTC',
      isMonth ? options : { day: 'numeric', ...options },
    ),
  )
}

/** « 14 h 32 », or « 14 h 32 min 03 s » with seconds. */
export const timeText = (instant: string, zone: string, { seconds = false } = {}): string => {
  const fields = new Intl.DateTimeFormat('fr-FR', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const field = (type: Intl.DateTimeFormatPartTypes) => fields.find((f) => f.type === type)?.value ?? ''
  const hourMinute = `${Number(field('hour'))} h ${field('minute')}`
  return seconds ? `${hourMinute} min ${field('second')} s` : hourMinute
}

/** « vendredi 12 juillet 2024 à 14 h 32 », with « (heure de Paris) » said by the caller where it matters. */
export const instantText = (instant: string, zone: string, options: { seconds?: boolean } = {}): string =>
  `${dayText(instant, zone)} à ${timeText(instant, zone, options)}`

/**
 * A deadline in words: the last minute in which a form is still open, since `closesAt` is exclusive.
 * « vendredi 12 juillet 2024 à 23 h 59 (heure de Paris) »; overseas both times are said (domain.md, « Time »).
 */
export const deadlineText = (closesAt: string, zone: string): string =>
  momentText(new Date(Date.parse(closesAt) - 1).toISOString(), zone)

/** « lundi 14 juin 2027 à 9 h 00 (heure de Paris) »; overseas both times are said. */
export const momentText = (instant: string, zone: string): string => {
  const here = `${instantText(instant, zone)} (${zoneName(zone)})`
  if (timeText(instant, zone) === timeText(instant, REFERENCE_ZONE)) return here
  const sameDay = dayText(instant, zone) === dayText(instant, REFERENCE_ZONE)
  const there = sameDay ? timeText(instant, REFERENCE_ZONE) : `le ${instantText(instant, REFERENCE_ZONE)}`
  return `${here}, soit ${there} (${zoneName(REFERENCE_ZONE)})`
}

/** The pieces of a deadline for a date badge: `{ day: '12', month: 'juillet 2024' }`. */
export const deadlineBadge = (closesAt: string, zone: string): { day: string; month: string } => {
  const last = new Date(Date.parse(closesAt) - 1).toISOString()
  return {
    day: part(last, zone, { day: 'numeric' }),
    month: part(last, zone, { month: 'long', year: 'numeric' }),
  }
}

/**
 * How long is left before `closesAt`, in words: « dans 3 jours » counted in local days, « aujourd’hui »,
 * « il reste 12 minutes » in the last hour, « échéance passée ».
 */
export const timeLeftText = (now: string, closesAt: string, zone: string): string => {
  const left = Date.parse(closesAt) - Date.parse(now)
  if (left <= 0) return 'échéance passée'
  if (left < 60_000) return `il reste ${Math.ceil(left / 1000)} s`
  if (left < 3_600_000) return `il reste ${Math.ceil(left / 60_000)} min`
  const days = dayNumber(new Date(Date.parse(closesAt) - 1).toISOString(), zone) - dayNumber(now, zone)
  if (days === 0) return 'aujourd’hui'
  return days === 1 ? 'demain' : `dans ${days} jours`
}

/** The same at the end of a sentence about the deadline: « c’est aujourd’hui », « dans 3 jours ». */
export const timeLeftClause = (now: string, closesAt: string, zone: string): string => {
  const left = timeLeftText(now, closesAt, zone)
  return left === 'aujourd’hui' || left === 'demain' ? `c’est ${left}` : left
}

const dayNumber = (instant: string, zone: string): number =>
  Date.parse(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(new Date(instant)),
  ) / 86_400_000

const ordinal = (text: string): string => text.replace(/^(\p{L}+ )?1 /u, (_, day = '') => `${day}1er `)
