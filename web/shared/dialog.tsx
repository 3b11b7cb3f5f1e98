import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

type Props = {
  readonly title: string
  /** Called when it is closed, by Escape too: the caller stops showing it. */
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/**
 * A dialog over the page, shown for as long as it is rendered. The browser keeps the focus inside; it goes back to
 * what opened it.
 */
export const Dialog = ({ title, onClose, children }: Props): JSX.Element => {
  const place = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const opener = document.activeElement
    place.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={place}
      class="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  )
}
