// Where one is in a fill page: the address holds the section and, from a link of the review, the question.
import { useEffect, useState } from 'preact/hooks'

export type Place = {
  readonly section: string
  /** The question to go to, once; `question/row/column` for a cell of its table. */
  readonly question: string | undefined
}

/** The address of a section of the response that the page shows. */
export const hrefOf = (section: string): string => {
  const query = new URLSearchParams(location.search)
  query.set('partie', section)
  return `${location.pathname}?${query}`
}

/** The section of the address, `start` when it names none of them, and how to go to another. */
export const usePlace = (
  sections: readonly string[],
  start: string,
): [Place, (section: string, question?: string) => void] => {
  const [place, setPlace] = useState(() => placeIn(sections, start))
  useEffect(() => {
    const read = () => setPlace(placeIn(sections, start))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [sections, start])
  const go = (section: string, question?: string) => {
    const hash = question ? `#${encodeURIComponent(question)}` : ''
    history.pushState(null, '', hrefOf(section) + hash)
    setPlace({ section, question })
  }
  return [place, go]
}

const placeIn = (sections: readonly string[], start: string): Place => {
  const asked = new URLSearchParams(location.search).get('partie') ?? ''
  const section = sections.includes(asked) ? asked : start
  // Read as a query is: a hash that is no valid encoding must not break the page.
  const question = new URLSearchParams(`q=${location.hash.slice(1).replaceAll('+', '%2B')}`).get('q')
  return { section, question: question || undefined }
}
