import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export type MenuAction = { readonly label: string; readonly keys: string; readonly act: () => void }

type Props = { readonly label: string; readonly actions: readonly MenuAction[]; readonly onClose: () => void }

/** What may be done to a row, with the keys that do it without this menu. */
export const ItemMenu = ({ label, actions, onClose }: Props): JSX.Element => {
  const place = useRef<HTMLDivElement>(null)
  const items = (): HTMLButtonElement[] => [...(place.current?.querySelectorAll('button') ?? [])]
  useEffect(() => {
    const menu = place.current
    if (menu) keepWithin(menu)
    items()[0]?.focus()
    const away = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) onClose()
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

/** Moves a menu up by what would stand below the window; what is taller than the window scrolls inside. */
const keepWithin = (menu: HTMLElement): void => {
  const { top, bottom } = menu.getBoundingClientRect()
  const below = bottom + MARGIN - innerHeight
  if (below > 0) menu.style.translate = `0 ${-Math.min(below, Math.max(0, top - MARGIN))}px`
}
