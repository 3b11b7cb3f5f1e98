import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

export type MenuAction = { readonly label: string; readonly keys: string; readonly act: () => void }

type Props = {
  readonly label: string
  readonly actions: readonly MenuAction[]
  /** What opens and closes it: it stands under it, or over it, and never on it. */
  readonly opener: () => HTMLElement | null
  readonly onClose: () => void
}

/** What may be done to a row, with the keys that do it without this menu. */
export const ItemMenu = ({ label, actions, opener, onClose }: Props): JSX.Element => {
  const place = useRef<HTMLDivElement>(null)
  const items = (): HTMLButtonElement[] => [...(place.current?.querySelectorAll('button') ?? [])]
  useLayoutEffect(() => {
    const button = opener()
    if (place.current && button) standBy(place.current, button)
  }, [])
  useEffect(() => {
    items()[0]?.focus()
    const away = (event: Event) => {
      const { target } = event
      if (!(target instanceof Node) || place.current?.contains(target) || opener()?.contains(target)) return
      onClose()
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items()
    const at = all.findIndex((item) => item.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    if (to === undefined && event.key !== 'Escape') return
    event.preventDefault()
    if (to !== undefined) all[to % all.length]?.focus()
  }
  return (
    <div ref={place} role="menu" aria-label={label} class="plan-menu" onKeyDown={onKeyDown}>
      {actions.map((action) => (
        <button
          key={action.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation()
            // The second press of a double one, which has opened the menu, chooses nothing.
            if (event.detail > 1) return
            onClose()
            action.act()
          }}
        >
          {action.label}
          <kbd>{action.keys}</kbd>
        </button>
      ))}
    </div>
  )
}

const MARGIN = 8
const GAP = 2
/** Two actions and a half: one sees that it scrolls. */
const LEAST = 100

/** Puts a menu under its button, or over it where there is more room; what is taller than that room scrolls inside. */
const standBy = (menu: HTMLElement, button: HTMLElement): void => {
  const around = menu.offsetParent?.getBoundingClientRect().top ?? 0
  const { top, bottom } = button.getBoundingClientRect()
  const { height } = menu.getBoundingClientRect()
  const [above, below] = [top - MARGIN - GAP, innerHeight - bottom - MARGIN - GAP]
  const isUnder = height <= below || below >= above
  const shown = Math.min(height, Math.max(isUnder ? below : above, LEAST))
  menu.style.maxHeight = `${shown}px`
  menu.style.top = `${(isUnder ? bottom + GAP : top - GAP - shown) - around}px`
}
