import { isDay, localDay } from '../../forms/deadline.ts'

/** What is wrong with a last day, before anything is asked of the server, which judges all the rest. */
export const lastDayFault = (
  lastDay: string,
  { zone, now }: { zone: string; now: string },
): string | undefined => {
  if (!isDay(lastDay)) return 'Choisissez un jour.'
  return lastDay < localDay(now, zone)
    ? 'Ce jour est déjà passé : choisissez un jour à partir d’aujourd’hui.'
    : undefined
}
