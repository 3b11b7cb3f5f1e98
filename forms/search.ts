// Searching among names the way people type: by words, whatever the accents and capitals.

/** Whether a text holds every word of a search. */
export const matches = (text: string, search: string): boolean => {
  const whole = folded(text)
  return wordsOf(search).every((word) => whole.includes(word))
}

/** The words of a search, to be found in a folded text. */
export const wordsOf = (search: string): string[] => folded(search).split(/\s+/).filter(Boolean)

/** A text without case nor accents, to be compared. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
