import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { afterPress } from '../../shared/after-press.ts'

/**
 * What comes and goes above fields as one types in them: the room that it had is kept until one goes on from the
 * field, for the field one types in to stay where it is.
 */
export const KeptRoom = ({ children }: { readonly children: ComponentChildren }): JSX.Element => {
  const room = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  useLayoutEffect(() => {
    const height = inside.current?.offsetHeight ?? 0
    const pane = room.current?.closest<HTMLElement>('.plan-properties')
    const at = document.activeElement
    const isTyping = at?.matches('input, textarea, select') === true && pane?.contains(at) === true
    if (!pane || height >= kept.current || !isTyping) {
      kept.current = height
      room.current?.style.removeProperty('min-height')
      return
    }
    room.current?.style.setProperty('min-height', `${kept.current}px`)
    const onFocusOut = (): void =>
      afterPress(() => {
        kept.current = inside.current?.offsetHeight ?? 0
        room.current?.style.removeProperty('min-height')
      })
    pane.addEventListener('focusout', onFocusOut)
    return () => pane.removeEventListener('focusout', onFocusOut)
  })
  return (
    <div ref={room}>
      <div ref={inside} class="plan-findings-room">
        {children}
      </div>
    </div>
  )
}
