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
  // What is drawn comes by pieces, and moves what is under it: it is followed until it stands, or somebody takes over.
  useEffect(() => {
    if (!place || place.page !== shown || place.names.length === 0) return
    const align = (): void => {
      const question = sought.current === place && place.names.map(questionOf).find((one) => one !== null)
      if (question) bringIntoView(question)
    }
    const drawn = new MutationObserver(align)
    const moved = new ResizeObserver(align)
    drawn.observe(document.body, { childList: true, subtree: true })
    moved.observe(document.body)
    const end = (): void => {
      sought.current = undefined
      drawn.disconnect()
      moved.disconnect()
    }
    for (const taken of TAKEN) addEventListener(taken, end, { once: true })
    align()
    return () => {
      drawn.disconnect()
      moved.disconnect()
      for (const taken of TAKEN) removeEventListener(taken, end)
    }
  }, [place, shown])
  return () => {
    sought.current = undefined
  }
}

const questionOf = (name: string | undefined): Element | null =>
  name === undefined ? null : document.getElementById(`q-${name}`)

/** By wheel, finger, pointer or keyboard, somebody goes elsewhere in the preview. */
const TAKEN = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

const MARGIN = 24

/** Within the frame alone: `scrollIntoView` may move the page around it too. */
const bringIntoView = (question: Element): void => {
  const { top, bottom } = question.getBoundingClientRect()
  if (top >= MARGIN && bottom <= innerHeight) return
  scrollBy({ top: top - MARGIN })
}
