import { instantText } from '../../forms/dates.ts'

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** « le vendredi 12 juillet 2024 à 14 h 32 », in the zone of whoever reads. */
export const dateTimeText = (at: string): string => `le ${instantText(at, zone())}`
