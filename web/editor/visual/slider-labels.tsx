import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { objectAt } from '../../../forms/editing/items.ts'
import {
  addSliderLabel,
  removeSliderLabel,
  setSliderLabelText,
  sliderLabels,
} from '../../../forms/editing/slider-labels.ts'
import type { Board } from './board.ts'
import { numberIn } from './number-field.tsx'
import { TakeOut } from './take-out.tsx'

type Props = { readonly board: Board; readonly pointer: string }

/** What stands under the line of a slider: numbers of the agent's choice, with words or alone. */
export const SliderLabels = ({ board, pointer }: Props): JSX.Element => {
  const labels = sliderLabels(board.content, pointer)
  const adding = useRef<HTMLInputElement>(null)
  return (
    <fieldset class="field entries">
      <legend>Repères</legend>
      <p class="hint">
        {labels.length === 0
          ? 'Sans repère choisi, quelques nombres réguliers se lisent sous la ligne.'
          : 'Seuls ces nombres se lisent sous la ligne. Le texte dit ce qu’un nombre veut dire : « beaucoup ».'}
      </p>
      <ul class="plain">
        {labels.map((label, index) => {
          const called = label ? String(label.value).replace('.', ',') : '?'
          return (
            <li key={index} class="entry">
              <code>{called}</code>
              <input
                class="control"
                aria-label={`Texte du repère ${called}`}
                placeholder="Sans texte"
                autocomplete="off"
                value={label?.text ?? ''}
                readOnly={board.isReadOnly || !label}
                onInput={(event) =>
                  board.apply(setSliderLabelText(board.content, pointer, index, event.currentTarget.value))
                }
              />
              {label && isOutside(board, pointer, label.value) ? (
                <span class="fault">Hors de la ligne : il ne se lira pas.</span>
              ) : null}
              <span class="entry-tools">
                <TakeOut
                  board={board}
                  said={`Repère ${called} : retrait fait.`}
                  onAct={() => {
                    adding.current?.focus()
                    board.apply(removeSliderLabel(board.content, pointer, index))
                  }}
                >
                  Retirer<span class="sr-only"> le repère {called}</span>
                </TakeOut>
              </span>
            </li>
          )
        })}
      </ul>
      {board.isReadOnly ? null : <AddLabel board={board} pointer={pointer} field={adding} />}
    </fieldset>
  )
}

type AddProps = Props & { readonly field: { current: HTMLInputElement | null } }

const AddLabel = ({ board, pointer, field }: AddProps): JSX.Element => {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState('')
  const add = (): void => {
    if (typed.trim() === '') return
    const value = numberIn(typed, false)
    const edit = value === undefined ? undefined : addSliderLabel(board.content, pointer, value)
    if (!edit) {
      setFault(value === undefined ? 'Écrivez un nombre, comme 12 ou 0,5.' : 'Ce repère y est déjà.')
      return
    }
    board.apply(edit)
    board.say(`Repère ${typed.trim()} : ajout fait.`)
    setTyped('')
  }
  return (
    <div class="entry-add">
      <span class="add-field">
        <input
          ref={field}
          class="control"
          aria-label="Ajouter : repère, un nombre"
          placeholder="Ajouter : repère, un nombre"
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={fault ? 'true' : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setFault('')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" class="btn quiet" onClick={add}>
          Ajouter
        </button>
      </span>
      <p class={fault ? 'fault' : 'sr-only'} role="status">
        {fault}
      </p>
    </div>
  )
}

const isOutside = ({ content }: Board, pointer: string, value: number): boolean => {
  const { min, max } = objectAt(content, pointer)
  return value < (typeof min === 'number' ? min : 0) || value > (typeof max === 'number' ? max : 100)
}
