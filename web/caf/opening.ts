import { dayText, timeLeftText } from '../../forms/dates.ts'

/** « 14 juin 2024 », the day without its name. */
export const dayWords = (instant: string, zone: string): string =>
  dayText(instant, zone).replace(/^\p{L}+ /u, '')

/** Whether a campaign is to come, open or closed at `now`. */
export const phaseOf = (
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
  now: string,
): 'open' | 'upcoming' | 'closed' => {
  if (now < opensAt) return 'upcoming'
  return now < closesAt ? 'open' : 'closed'
}

/** « Se termine dans 3 jours », « Il reste 12 min », « Ouvre demain », « Close ». */
export const phaseWords = (
  { opensAt, closesAt, zone }: { opensAt: string; closesAt: string; zone: string },
  now: string,
): string => {
  const phase = phaseOf({ opensAt, closesAt }, now)
  if (phase === 'closed') return 'Close'
  // timeLeftText counts to the last instant before a limit; an opening is counted to its first instant.
  const limit = phase === 'open' ? closesAt : new Date(Date.parse(opensAt) + 1).toISOString()
  const left = timeLeftText(now, limit, zone)
  if (left.startsWith('il reste'))
    return phase === 'open' ? left.replace('il', 'Il') : 'Ouvre dans moins d’une heure'
  return `${phase === 'open' ? 'Se termine' : 'Ouvre'} ${left}`
}
