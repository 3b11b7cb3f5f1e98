import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { afterPress } from '../../shared/after-press.ts'

/**
 * What comes and goes above fields as one types in them: the room that it had is kept until one goes on from the
 * field, for the field one types in to stay where it is.
 */
export const KeptRoom = ({ children }: { readonly children: ComponentChildren }): JSX.Element => {
  const room = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => (room.current && inside.current ? keepRoom(room.current, inside.current) : undefined), [])
  return (
    <div ref={room}>
      <div ref={inside} class="plan-findings-room">
        {children}
      </div>
    </div>
  )
}

/** Told of sizes by the browser, once it has laid the page out and before it shows it: no letter waits for a layout. */
const keepRoom = (room: HTMLElement, inside: HTMLElement): (() => void) => {
  const pane = room.closest<HTMLElement>('.plan-properties')
  let kept = 0
  const settle = (): void => {
    kept = inside.offsetHeight
    room.style.removeProperty('min-height')
  }
  const watching = new ResizeObserver(() => {
    if (inside.offsetHeight < kept && isTypedIn(pane)) room.style.setProperty('min-height', `${kept}px`)
    else settle()
  })
  const onFocusOut = (): void => {
    if (room.style.minHeight !== '') afterPress(settle)
  }
  watching.observe(inside)
  pane?.addEventListener('focusout', onFocusOut)
  return () => {
    watching.disconnect()
    pane?.removeEventListener('focusout', onFocusOut)
  }
}

const isTypedIn = (pane: HTMLElement | null): boolean => {
  const at = document.activeElement
  return at?.matches('input, textarea, select') === true && pane?.contains(at) === true
}
