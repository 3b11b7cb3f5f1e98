import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { entriesFrom, entriesOf, pasteEntries } from '../../../forms/editing/sheet.ts'
import { roomIn } from '../../../forms/editing/size.ts'
import { Dialog, DialogActions } from '../../shared/dialog.tsx'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { aOf, type EntryName } from './entry-words.ts'

type Props = {
  readonly board: Board
  readonly list: string
  readonly one: EntryName
  readonly pasted: string
  readonly onClose: () => void
}

const MOST_SHOWN = 5
/** From so many characters on, what is pasted is put by us. */
const LONG = 5_000

/** Rows of a sheet become choices: what they give is shown before it is done. */
export const PasteDialog = ({ board, list, one, pasted, onClose }: Props): JSX.Element => {
  const [text, setText] = useState(pasted)
  const { entries, left } = useMemo(
    () => entriesFrom(text, entriesOf(board.content, list), roomIn(board.content)),
    [text, board.content, list],
  )
  const paste = (): void => {
    if (entries.length > 0) board.apply(pasteEntries(board.content, list, entries))
    board.say(`${entries.length} lignes : ajout fait. ${left.join(' ')}`)
    onClose()
  }
  return (
    <Dialog title="Coller depuis un tableur" onClose={onClose}>
      <Field
        name="plan-coller"
        label="Lignes copiées"
        hint={`Une colonne : les textes. Deux colonnes : les codes, puis les textes. Une ligne du tableur fait ${aOf(one)}.`}
      >
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
        <p>
          {entries.length === 0
            ? 'Rien à ajouter pour le moment.'
            : `${entries.length.toLocaleString('fr-FR')} ${entries.length === 1 ? 'ligne' : 'lignes'} à ajouter :`}
        </p>
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
      <DialogActions label="Ajouter ces lignes" busy={entries.length === 0} onClose={onClose} onAct={paste} />
    </Dialog>
  )
}
