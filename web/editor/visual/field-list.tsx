import type { JSX } from 'preact'
import { cellTypeOf } from '../../../forms/editing/cell-type.ts'
import { addField, moveEntry, removeEntry } from '../../../forms/editing/entries.ts'
import { calledOf, listAt, objectAt } from '../../../forms/editing/items.ts'
import { isObject, type Json, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import { usesWithout } from '../../../forms/editing/remove.ts'
import type { Board } from './board.ts'
import { AddField } from './entry-list.tsx'
import { EntryTools } from './entry-tools.tsx'
import { valueWords } from './property-words.ts'

type Props = { readonly board: Board; readonly pointer: string; readonly property: 'columns' | 'items' }

/** The columns of a table, or the fields of a multiple text: each opens on its own properties. */
export const FieldList = ({ board, pointer, property }: Props): JSX.Element => {
  const list = `${pointer}/${property}`
  const table = objectAt(board.content, pointer)
  const fields = listAt(board.content, list)
  const one = property === 'columns' ? 'colonne' : 'champ'
  const move = (index: number, by: -1 | 1): void => {
    board.apply(moveEntry(board.content, `${list}/${index}`, by, `Déplacer : ${one}`))
    board.say(`${one} ${index + by + 1} sur ${fields.length}.`)
  }
  const remove = (index: number, called: string): void => {
    const uses = usesWithout(board.content, `${list}/${index}`)
    board.apply(removeEntry(`${list}/${index}`, `Retirer « ${called} »`))
    const still = uses.map(({ words }) => words).join(', ')
    board.say(`« ${called} » : retrait fait.${still ? ` À revoir : ${still}.` : ''}`)
  }
  return (
    <fieldset class="field entries">
      <legend>{property === 'columns' ? 'Colonnes' : 'Champs'}</legend>
      <ul class="plain">
        {fields.map((json, index) =>
          isObject(json) ? (
            <li key={index} class="entry">
              <button
                type="button"
                class="link"
                onClick={() => board.select(`${list}/${index}`, 'properties')}
              >
                {calledOf(json)}
              </button>
              <small>{fieldWords(json, table, property)}</small>
              {board.isReadOnly ? null : (
                <EntryTools
                  called={calledOf(json)}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index, calledOf(json))}
                />
              )}
            </li>
          ) : null,
        )}
      </ul>
      {board.isReadOnly ? null : (
        <AddField
          label={`Ajouter : ${one}`}
          onAdd={(title) => {
            board.apply(addField(board.content, list, title, newField(table, property, fields.at(-1))))
            board.say(`« ${title} » : ajout fait.`)
          }}
        />
      )}
    </fieldset>
  )
}

/** A new column is as the one before it is; the first as the cells of its table are. */
const newField = (table: JsonObject, property: string, last: Json | undefined): JsonObject => {
  if (isObject(last)) return Object.fromEntries(Object.entries(last).filter(([key]) => ALIKE.has(key)))
  if (property === 'items') return { maxLength: 200 }
  return cellTypeOf({}, table) === 'text'
    ? { cellType: 'text', maxLength: 200 }
    : { cellType: cellTypeOf({}, table) }
}

const ALIKE = new Set('cellType inputType money min max step maxLength isRequired totalType'.split(' '))

const fieldWords = (json: JsonObject, table: JsonObject, property: string): string => {
  const input = typeof json.inputType === 'string' ? json.inputType : 'text'
  const type = property === 'items' ? 'text' : cellTypeOf(json, table)
  const total = typeof json.totalType === 'string' && json.totalType !== 'none' ? json.totalType : ''
  const words = [
    json.money === true ? 'Montant' : valueWords(type === 'text' ? input : type),
    ...(json.isRequired === true ? ['obligatoire'] : []),
    ...(total ? [`total : ${valueWords(total).toLowerCase()}`] : []),
  ]
  return words.join(', ')
}
