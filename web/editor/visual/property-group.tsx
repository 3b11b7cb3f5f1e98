import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

type Props = {
  readonly title: string
  /** Whether it has something to show. It does not close by itself when that has been taken out. */
  readonly isOpen: boolean
  readonly children: ComponentChildren
}

/** Properties that go together, folded until something is said there. */
export const PropertyGroup = ({ title, isOpen, children }: Props): JSX.Element => {
  const wasOpen = useRef(isOpen)
  wasOpen.current ||= isOpen
  return (
    <details class="plan-group" open={wasOpen.current}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/**
 * Where the keyboard goes as one of several is taken out of a group: to the same button of the one before when it was
 * the last, to what adds one when it was alone, to the title of the group when nothing does. It stays where one comes
 * after, which takes its place.
 */
export const goOnFrom = (button: HTMLElement): void => {
  const group = button.closest('details')
  const all = [...(group?.querySelectorAll<HTMLElement>('[data-takes-out]') ?? [])].filter(
    (one) => one.dataset.takesOut === button.dataset.takesOut,
  )
  const at = all.indexOf(button)
  if (at < all.length - 1) return
  const adds = group?.querySelector<HTMLElement>(`[data-adds="${button.dataset.takesOut}"]`)
  ;(all[at - 1] ?? adds ?? group?.querySelector('summary'))?.focus()
}
