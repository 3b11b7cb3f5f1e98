import type { ComponentChildren, JSX } from 'preact'
import { moveEntry, removeEntry } from '../../../forms/editing/entries.ts'
import { calledOf, nameOf, textOf } from '../../../forms/editing/items.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { usesWithout } from '../../../forms/editing/remove.ts'
import { setProperty, withText } from '../../../forms/editing/set-property.ts'
import type { Board } from './board.ts'
import { EntryTools } from './entry-tools.tsx'
import { labelOf } from './field-props.ts'
import { valueWords } from './property-words.ts'

type Props = {
  readonly board: Board
  readonly list: string
  readonly index: number
  readonly count: number
  readonly json: JsonObject
  readonly one: 'colonne' | 'champ'
  /** What is chosen beside its title. */
  readonly children: ComponentChildren
}

/** A column or a field in its list: its title in place, and all else behind a button. */
export const FieldRow = ({ board, list, index, count, json, one, children }: Props): JSX.Element => {
  const pointer = `${list}/${index}`
  const called = calledOf(json)
  const words = wordsOf(json)
  const move = (by: -1 | 1): void => {
    board.apply(moveEntry(board.content, pointer, by, `Déplacer : ${one}`))
    board.say(`${one} ${index + by + 1} sur ${count}.`)
  }
  const remove = (): void => {
    const uses = usesWithout(board.content, pointer)
    board.apply(removeEntry(pointer, `Retirer « ${called} »`))
    const still = uses.map(({ words }) => words).join(', ')
    board.say(`« ${called} » : retrait fait.${still ? ` À revoir : ${still}.` : ''}`)
  }
  return (
    <li class="entry field-row">
      <input
        class="control"
        aria-label={`Titre : ${one} ${index + 1}`}
        autocomplete="off"
        placeholder={nameOf(json)}
        value={textOf(json.title)}
        readOnly={board.isReadOnly}
        onInput={(event) => {
          const value = withText(json.title, event.currentTarget.value)
          board.apply(setProperty(board.content, pointer, 'title', { value, label: labelOf('title', json) }))
        }}
      />
      {children}
      {words ? <small>{words}</small> : null}
      <button
        type="button"
        class="link"
        aria-label={`Régler « ${called} »`}
        data-opens={pointer}
        onClick={() => board.select(pointer, 'properties')}
      >
        Régler
      </button>
      {board.isReadOnly ? null : (
        <EntryTools
          called={called}
          isFirst={index === 0}
          isLast={index === count - 1}
          onMove={move}
          onRemove={remove}
        />
      )}
    </li>
  )
}

const wordsOf = ({ isRequired, totalType }: JsonObject): string => {
  const total = typeof totalType === 'string' && totalType !== 'none' ? totalType : ''
  return [
    ...(isRequired === true ? ['obligatoire'] : []),
    ...(total ? [`total : ${valueWords(total).toLowerCase()}`] : []),
  ].join(', ')
}
