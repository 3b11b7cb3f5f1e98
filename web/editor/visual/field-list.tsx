import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  cellKindOf,
  columnOf,
  setAllKinds,
  setCellKind,
  sharedKindOf,
} from '../../../forms/editing/cell-kinds.ts'
import { addField } from '../../../forms/editing/entries.ts'
import { calledOf, listAt, objectAt } from '../../../forms/editing/items.ts'
import { isObject, type Json, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import { pasteTitles, titlesFrom } from '../../../forms/editing/paste-titles.ts'
import { roomIn } from '../../../forms/editing/size.ts'
import { Field } from '../../shared/field.tsx'
import { AddField } from './add-field.tsx'
import type { Board } from './board.ts'
import { CellKindSelect } from './cell-kind-field.tsx'
import { FieldRow } from './field-row.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { TotalLine } from './total-line.tsx'

type Props = { readonly board: Board; readonly pointer: string; readonly property: 'columns' | 'items' }

/** The columns of a table, or the fields of a multiple text: each has its properties behind « Régler ». */
export const FieldList = ({ board, pointer, property }: Props): JSX.Element => {
  const [pasting, setPasting] = useState<string>()
  // Of the first column to come: a table says it of columns alone.
  const [first, setFirst] = useState<string>()
  const list = `${pointer}/${property}`
  const table = objectAt(board.content, pointer)
  const fields = listAt(board.content, list)
  const isColumns = property === 'columns'
  const one = isColumns ? 'colonne' : 'champ'
  const kind = sharedKindOf(table) ?? first ?? cellKindOf({}, table)
  const fresh = isColumns ? newColumn(fields, table, kind) : newItem(fields.at(-1))
  return (
    <>
      <fieldset class="field entries">
        <legend>{isColumns ? 'Colonnes' : 'Champs'}</legend>
        {isColumns ? (
          <Field name="plan-cellType" label="Ce qu’on met dans les cases">
            {(tied) => (
              <CellKindSelect
                {...tied}
                kind={kind}
                isWhole
                isReadOnly={board.isReadOnly}
                onChoose={(chosen) => {
                  setFirst(chosen)
                  board.apply(
                    setAllKinds(board.content, pointer, chosen, 'Changer ce qu’on met dans les cases'),
                  )
                }}
              />
            )}
          </Field>
        ) : null}
        {fields.length === 0 ? (
          <p class="hint">{isColumns ? 'Aucune colonne' : 'Aucun champ'} pour le moment.</p>
        ) : null}
        <ul class="plain">
          {fields.map((json, index) =>
            isObject(json) ? (
              <FieldRow key={index} {...{ board, list, index, json, one }} count={fields.length}>
                {isColumns ? <ColumnKind {...{ board, table, json }} pointer={`${list}/${index}`} /> : null}
              </FieldRow>
            ) : null,
          )}
        </ul>
        {board.isReadOnly ? null : (
          <AddField
            label={`Ajouter : ${one}`}
            onAdd={(title) => {
              board.apply(addField(board.content, list, title, fresh))
              board.say(`« ${title} » : ajout fait.`)
            }}
            onPasting={setPasting}
          />
        )}
      </fieldset>
      {isColumns ? <TotalLine board={board} pointer={pointer} /> : null}
      {pasting === undefined ? null : (
        <PasteDialog
          board={board}
          pasted={pasting}
          hint={`Un titre par ligne, ou une ligne de titres copiée du tableur. Chacun fait ${isColumns ? 'une colonne' : 'un champ'}.`}
          what={[one, `${one}s`]}
          read={(text) =>
            titlesFrom(text, board.content, list, { bytes: roomIn(board.content), more: fresh })
          }
          edit={(titles) => pasteTitles(board.content, list, titles, fresh)}
          onClose={() => setPasting(undefined)}
        />
      )}
    </>
  )
}

type ColumnProps = { board: Board; table: JsonObject; json: JsonObject; pointer: string }

const ColumnKind = ({ board, table, json, pointer }: ColumnProps): JSX.Element => {
  const called = calledOf(json)
  return (
    <CellKindSelect
      called={`Ce qu’on met dans « ${called} »`}
      kind={cellKindOf(json, table)}
      isReadOnly={board.isReadOnly}
      onChoose={(kind) =>
        board.apply(setCellKind(board.content, pointer, kind, `Changer ce qu’on met dans « ${called} »`))
      }
    />
  )
}

/** A new column is as the last one that is filled; the first is of the kind that was chosen. */
const newColumn = (columns: readonly Json[], table: JsonObject, kind: string): JsonObject => {
  const last = columns.filter(isObject).findLast((column) => cellKindOf(column, table) !== 'expression')
  if (!last) return columnOf(kind === '' ? 'text' : kind, table)
  const own = Object.entries(columnOf(cellKindOf(last, table), table)).filter(([key]) => !ALIKE.has(key))
  return { ...Object.fromEntries(own), ...alikeOf(last) }
}

const newItem = (last: Json | undefined): JsonObject => (isObject(last) ? alikeOf(last) : { maxLength: 200 })

const alikeOf = (field: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(field).filter(([key]) => ALIKE.has(key)))

const ALIKE = new Set('inputType money min max step maxLength isRequired totalType'.split(' '))
