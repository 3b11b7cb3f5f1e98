import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Edit } from '../../../forms/editing/edit.ts'
import type { Entry } from '../../../forms/editing/entries.ts'
import { Dialog, DialogActions } from '../../shared/dialog.tsx'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

type Props = {
  readonly board: Board
  readonly pasted: string
  /** How what is pasted is read, in words. */
  readonly hint: string
  /** What one line makes, and several. */
  readonly what: readonly [string, string]
  readonly read: (text: string) => { readonly entries: readonly Entry[]; readonly left: readonly string[] }
  readonly edit: (entries: readonly Entry[]) => Edit
  readonly onClose: () => void
}

const MOST_SHOWN = 5
/** From so many characters on, what is pasted is put by us. */
const LONG = 5_000

/** Rows of a sheet become choices, lines or columns: what they give is shown before it is done. */
export const PasteDialog = ({ board, pasted, hint, what, read, edit, onClose }: Props): JSX.Element => {
  const [text, setText] = useState(pasted)
  const { entries, left } = useMemo(() => read(text), [text, board.content])
  const [one, several] = what
  const counted = `${entries.length.toLocaleString('fr-FR')} ${entries.length === 1 ? one : several}`
  const paste = (): void => {
    if (entries.length > 0) board.apply(edit(entries))
    board.say(`${counted} : ajout fait. ${left.join(' ')}`)
    onClose()
  }
  return (
    <Dialog title="Coller depuis un tableur" onClose={onClose}>
      <Field name="plan-coller" label="Lignes copiées" hint={hint}>
        {(tied) => (
          <textarea
            {...tied}
            rows={7}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onPaste={(event) => {
              // The browser puts thousands of lines one by one: put at once, they do not hold the page up.
              const pasted = event.clipboardData?.getData('text') ?? ''
              if (pasted.length < LONG) return
              event.preventDefault()
              const { selectionStart: start, selectionEnd: end } = event.currentTarget
              setText(text.slice(0, start) + pasted + text.slice(end))
            }}
          />
        )}
      </Field>
      <div role="status">
        <p>{entries.length === 0 ? 'Rien à ajouter pour le moment.' : `${counted} à ajouter :`}</p>
        {entries.length === 0 ? null : (
          <ul>
            {entries.slice(0, MOST_SHOWN).map(({ value, text: shown }) => (
              <li key={String(value)}>
                {shown} <code>{String(value)}</code>
              </li>
            ))}
            {entries.length > MOST_SHOWN ? <li>…</li> : null}
          </ul>
        )}
        {left.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <DialogActions
        label={`Ajouter ces ${several}`}
        busy={entries.length === 0}
        onClose={onClose}
        onAct={paste}
      />
    </Dialog>
  )
}
