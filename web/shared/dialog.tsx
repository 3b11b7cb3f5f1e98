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
 * what opened it, unless it was put elsewhere.
 */
export const Dialog = ({ title, onClose, children }: Props): JSX.Element => {
  const place = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const opener = document.activeElement
    const dialog = place.current
    dialog?.showModal()
    return () => {
      // Unless what it did has put the keyboard elsewhere already.
      const at = document.activeElement
      if (at !== null && at !== document.body && !dialog?.contains(at)) return
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

type Actions = {
  readonly label: string
  /** What it says while it acts; the label by default. */
  readonly busyLabel?: string
  readonly busy: boolean
  /** What it does cannot be taken back. */
  readonly danger?: boolean | undefined
  readonly onClose: () => void
  /** What it does; without it, the form around it is sent. */
  readonly onAct?: () => void
}

/** How a dialog ends: left as it was, or acted on. */
export const DialogActions = (props: Actions): JSX.Element => {
  const { label, busyLabel = label, busy, danger = false, onClose, onAct } = props
  return (
    <div class="dialog-actions">
      <button type="button" class="btn quiet" onClick={onClose}>
        Annuler
      </button>
      <button
        type={onAct ? 'button' : 'submit'}
        class={danger ? 'btn danger' : 'btn'}
        aria-disabled={busy}
        onClick={onAct}
      >
        {busy ? busyLabel : label}
      </button>
    </div>
  )
}
