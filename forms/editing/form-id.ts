/** Short enough for the id of a campaign of the form, which begins with it. */
const MAX_LENGTH = 44
const MOST_ALIKE = 50

/** The ids that a questionnaire of this title may have, the nicest first. */
export const formIdsOf = (title: string): string[] => {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæ]/g, (letter) => (letter === 'œ' ? 'oe' : 'ae'))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, '')
  const id = slug === '' ? 'questionnaire' : slug
  return Array.from({ length: MOST_ALIKE }, (_, i) => (i === 0 ? id : `${id}-${i + 1}`))
}
