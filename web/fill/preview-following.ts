import { useEffect, useRef } from 'preact/hooks'
import type { PreviewPlace } from '../shared/preview-messages.ts'

/**
 * The preview shows the page of what is being edited and brings it into view, as soon as it is drawn; the keyboard stays
 * in the editor. Answers what stops it, for somebody who goes elsewhere in the preview.
 */
export const useFollowing = (
  place: PreviewPlace | undefined,
  shown: string | undefined,
  onPage: (name: string) => void,
): (() => void) => {
  const sought = useRef<PreviewPlace | undefined>(undefined)
  useEffect(() => {
    sought.current = place
    if (!place) return
    onPage(place.page)
    if (place.names.length === 0) scrollTo({ top: 0 })
  }, [place])
  // After each drawing: a question that has just been added comes with the next content.
  useEffect(() => {
    const { page, names } = sought.current ?? { page: '', names: [] }
    if (page !== shown) return
    const found = names.findIndex((name) => questionOf(name))
    const question = questionOf(names[found])
    if (!question) return
    bringIntoView(question)
    // What stands for it is shown once; the question itself is still waited for.
    sought.current = found === 0 ? undefined : { kind: 'place', page, names: names.slice(0, 1) }
  })
  return () => {
    sought.current = undefined
  }
}

const questionOf = (name: string | undefined): Element | null =>
  name === undefined ? null : document.querySelector(`[data-name="${CSS.escape(name)}"]`)

const MARGIN = 24

/** Within the frame alone: `scrollIntoView` may move the page around it too. */
const bringIntoView = (question: Element): void => {
  const { top, bottom } = question.getBoundingClientRect()
  if (top >= MARGIN && bottom <= innerHeight) return
  scrollBy({ top: top - MARGIN })
}
