import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../shared/icons.tsx'

type Props = {
  readonly label: string
  readonly onAdd: (text: string) => void
  /** Opens the window where lines are pasted, with those that just were: several are looked at first. */
  readonly onPasting: (text: string) => void
}

/** A text that becomes one more of a list when Enter is pressed, and the field is there for the next. */
export const AddField = ({ label, onAdd, onPasting }: Props): JSX.Element => {
  const [text, setText] = useState('')
  const add = (): void => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <div class="entry-add">
      <span class="add-field">
        <input
          class="control"
          aria-label={label}
          placeholder={label}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text') ?? ''
            if (!/[\r\n\t]/.test(pasted.trim())) return
            event.preventDefault()
            onPasting(pasted)
          }}
        />
        <button type="button" class="btn quiet" onClick={add}>
          Ajouter
        </button>
      </span>
      <button type="button" class="link" onClick={() => onPasting('')}>
        <Icon name="down" /> Coller depuis un tableur
      </button>
    </div>
  )
}
