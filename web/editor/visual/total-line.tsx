import type { JSX } from 'preact'
import { objectAt, textOf } from '../../../forms/editing/items.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { setProperty, withText } from '../../../forms/editing/set-property.ts'
import { hasTotalLine, isCounted, setTotalLine } from '../../../forms/editing/total-line.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { CheckBox } from './check-box.tsx'
import { labelOf } from './field-props.ts'

/** One box for the line of totals of a table, and its title once there is one. */
export const TotalLine = ({ board, pointer }: { board: Board; pointer: string }): JSX.Element => {
  const table = objectAt(board.content, pointer)
  const isOn = hasTotalLine(table)
  const hasNumbers =
    Array.isArray(table.columns) && table.columns.some((one) => isObject(one) && isCounted(one, table))
  return (
    <>
      <CheckBox
        board={board}
        isOn={isOn}
        onChange={(isWanted) => board.apply(setTotalLine(board.content, pointer, isWanted))}
      >
        Ajouter une ligne de total
        <small>
          {isOn && !hasNumbers
            ? 'Aucune colonne de nombres pour le moment : le total viendra avec elles.'
            : 'Fait la somme de chaque colonne de nombres.'}
        </small>
      </CheckBox>
      {isOn ? (
        <Field name="plan-totalText" label="Titre de la ligne de total">
          {(tied) => (
            <input
              {...tied}
              class="control short"
              autocomplete="off"
              placeholder="Total"
              value={textOf(table.totalText)}
              readOnly={board.isReadOnly}
              onInput={(event) => {
                const value = withText(table.totalText, event.currentTarget.value)
                board.apply(
                  setProperty(board.content, pointer, 'totalText', {
                    value,
                    label: labelOf('totalText', table),
                  }),
                )
              }}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
