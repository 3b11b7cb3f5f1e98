import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../shared/icons.tsx'
import { quoted } from '../shared/words.ts'
import type { Editing } from './editing.ts'

/** What the two buttons would do is said in their names, and what was done is spoken. */
export const UndoButtons = ({ editing }: { editing: Editing }): JSX.Element => {
  const { undo, redo } = editing.doc.next()
  const [said, setSaid] = useState('')
  const isReadOnly = editing.isReadOnly()
  const act = (way: 'undo' | 'redo') => () => {
    if (isReadOnly) return
    const edit = editing.doc[way]()
    if (edit) setSaid(`${way === 'undo' ? 'Annulé' : 'Rétabli'} : ${edit.label}`)
  }
  return (
    <div class="undo">
      <UndoButton label="Annuler" what={undo} disabled={isReadOnly} onClick={act('undo')} />
      <UndoButton label="Rétablir" what={redo} disabled={isReadOnly} onClick={act('redo')} />
      <p class="sr-only" role="status">
        {said}
      </p>
    </div>
  )
}

type ButtonProps = {
  readonly label: string
  readonly what: string | undefined
  readonly disabled: boolean
  readonly onClick: () => void
}

const UndoButton = ({ label, what, disabled, onClick }: ButtonProps): JSX.Element => (
  <button
    type="button"
    class={`btn quiet ${label === 'Annuler' ? 'back' : 'forth'}`}
    aria-disabled={disabled || what === undefined}
    title={what === undefined ? undefined : `${label} : ${what}`}
    onClick={onClick}
  >
    <Icon name="back" />
    {label}
    {what === undefined ? null : <span class="sr-only"> {quoted(what)}</span>}
  </button>
)

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y (⌘ on a Mac) wherever the focus is: there is one stack for all. */
export const useUndoKeys = (editing: Editing): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const way = wayOf(event)
      if (!way || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      if (!editing.isReadOnly()) editing.doc[way]()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [editing])
}

const wayOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | undefined => {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : undefined
}
