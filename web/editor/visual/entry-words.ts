// What the entries of a list are called, with what agrees with them.
export type EntryName = 'choix' | 'ligne' | 'note'

const isFeminine = (one: EntryName): boolean => one !== 'choix'

/** « une ligne », « un choix ». */
export const aOf = (one: EntryName): string => `${isFeminine(one) ? 'une' : 'un'} ${one}`

export const noneOf = (one: EntryName): string =>
  `${isFeminine(one) ? 'Aucune' : 'Aucun'} ${one} pour le moment.`
