// Searching among names the way people type: by words, whatever the accents and capitals.

/** Whether a text holds every word of a search. */
export const matches = (text: string, search: string): boolean => {
  const whole = folded(text)
  return folded(search)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}

/** A text without case nor accents, to be compared. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
