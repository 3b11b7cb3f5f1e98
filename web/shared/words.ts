/** A name between French guillemets that no end of line can part from it. */
export const quoted = (name: string): string => `«\u00a0${name}\u00a0»`

/** « 2 messages non lus » */
export const unreadWords = (count: number): string =>
  count > 1 ? `${count} messages non lus` : `${count} message non lu`
