import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { addEntry, entryOf, moveEntry, removeEntry, setEntryText } from '../../../forms/editing/entries.ts'
import { listAt, objectAt } from '../../../forms/editing/items.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { listOf } from '../../../forms/editing/move.ts'
import { entriesFrom, entriesOf, pasteEntries } from '../../../forms/editing/sheet.ts'
import { roomIn } from '../../../forms/editing/size.ts'
import { AddField } from './add-field.tsx'
import type { Board } from './board.ts'
import { EntryTools } from './entry-tools.tsx'
import { aOf, type EntryName, noneOf } from './entry-words.ts'
import { ImageField } from './image-field.tsx'
import { PasteDialog } from './paste-dialog.tsx'

type Props = {
  readonly board: Board
  /** The pointer of the list. */
  readonly list: string
  readonly legend: string
  readonly one: EntryName
}

const STEP = 100

/** Choices, rows or notes: their texts in place, one more at the end, several from a sheet. */
export const EntryList = ({ board, list, legend, one }: Props): JSX.Element => {
  const [most, setMost] = useState(STEP)
  const [hasCodes, setHasCodes] = useState(false)
  const [pasting, setPasting] = useState<string>()
  const fields = useRef<HTMLUListElement>(null)
  const entries = listAt(board.content, list)
  const { isReadOnly } = board
  const hasImages = objectAt(board.content, listOf(list)).type === 'imagepicker'
  const move = (index: number, by: -1 | 1): void => {
    const edit = moveEntry(board.content, `${list}/${index}`, by, `Déplacer ${aOf(one)}`)
    if (!edit) return
    board.apply(edit)
    board.say(`${one} ${index + by + 1} sur ${entries.length}.`)
    fields.current?.querySelectorAll<HTMLInputElement>('input.control')[index + by]?.focus()
  }
  const remove = (index: number, text: string): void => {
    board.apply(removeEntry(`${list}/${index}`, `Retirer « ${text} »`))
    board.say(`« ${text} » : retrait fait.`)
    const inputs = fields.current?.querySelectorAll<HTMLInputElement>('input.control')
    inputs?.[index === entries.length - 1 ? index - 1 : index + 1]?.focus()
  }
  return (
    <fieldset class="field entries" id={`champ-plan-${list.split('/').at(-1)}`}>
      <legend>{legend}</legend>
      {entries.length === 0 ? <p class="hint">{noneOf(one)}</p> : null}
      <ul class="plain" ref={fields}>
        {entries.slice(0, most).map((json, index) => {
          const entry = entryOf(json)
          const text = entry?.text ?? ''
          return (
            <li key={index} class="entry entry-text">
              <input
                class="control"
                aria-label={`Texte : ${one} ${index + 1}`}
                value={text}
                readOnly={isReadOnly || !entry}
                onInput={(event) =>
                  board.apply(
                    setEntryText(
                      board.content,
                      `${list}/${index}`,
                      event.currentTarget.value,
                      `Modifier ${aOf(one)}`,
                    ),
                  )
                }
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                  event.preventDefault()
                  move(index, event.key === 'ArrowUp' ? -1 : 1)
                }}
              />
              {isReadOnly ? null : (
                <EntryTools
                  called={text}
                  isFirst={index === 0}
                  isLast={index === entries.length - 1}
                  opens={`${list}/${index}`}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index, text)}
                  onMore={() => {
                    // A bare value has no properties until it is written out.
                    if (!isObject(json))
                      board.apply(setEntryText(board.content, `${list}/${index}`, text, `Détailler : ${one}`))
                    board.select(`${list}/${index}`, 'properties')
                  }}
                />
              )}
              {hasCodes ? (
                <small class="entry-code">
                  Code : <code>{String(entry?.value ?? '?')}</code>
                </small>
              ) : null}
              {hasImages ? <ImageField board={board} pointer={`${list}/${index}`} called={text} /> : null}
            </li>
          )
        })}
      </ul>
      {entries.length > most ? (
        <button type="button" class="link" onClick={() => setMost(most + STEP)}>
          Afficher {Math.min(STEP, entries.length - most)} autres, sur {entries.length}
        </button>
      ) : null}
      {entries.length === 0 ? null : (
        <button type="button" class="link" onClick={() => setHasCodes(!hasCodes)}>
          {hasCodes ? 'Masquer les codes' : 'Afficher les codes'}
          <span class="sr-only"> : {legend}</span>
        </button>
      )}
      {isReadOnly ? null : (
        <AddField
          label={`Ajouter : ${one}`}
          onAdd={(text) => {
            board.apply(addEntry(board.content, list, text))
            board.say(`« ${text} » : ajout fait.`)
          }}
          onPasting={setPasting}
        />
      )}
      {pasting === undefined ? null : (
        <PasteDialog
          board={board}
          pasted={pasting}
          hint={`Une colonne : les textes. Deux colonnes : les codes, puis les textes. Une ligne du tableur fait ${aOf(one)}.`}
          what={['ligne', 'lignes']}
          read={(text) => entriesFrom(text, entriesOf(board.content, list), roomIn(board.content))}
          edit={(pasted) => pasteEntries(board.content, list, pasted)}
          onClose={() => setPasting(undefined)}
        />
      )}
    </fieldset>
  )
}
