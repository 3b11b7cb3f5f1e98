import type { JSX } from 'preact'
import { cellKindOf, setCellKind } from '../../../forms/editing/cell-kinds.ts'
import { objectAt } from '../../../forms/editing/items.ts'
import { Field } from '../../shared/field.tsx'
import { type FieldProps, labelOf } from './field-props.ts'
import { propertyWords, valueWords } from './property-words.ts'

/** What may go in the cells of a table, in the order it is likely. */
const GROUPS: readonly { readonly title: string; readonly kinds: readonly string[] }[] = [
  { title: 'Nombres, dates et textes', kinds: ['number', 'money', 'date', 'text', 'comment'] },
  { title: 'Choix', kinds: ['dropdown', 'radiogroup', 'checkbox', 'boolean', 'rating'] },
  {
    title: 'Autres',
    kinds: ['expression', 'email', 'tel', 'url', 'month', 'time', 'datetime-local'],
  },
]
const KINDS = new Set(GROUPS.flatMap(({ kinds }) => kinds))

type Props = {
  readonly id?: string
  /** How those who hear the page know it, where no label stands beside it. */
  readonly called?: string
  /** `''` when it differs from a column to another. */
  readonly kind: string
  /** Of every column at once: one calculates something of its own. */
  readonly isWhole?: boolean
  readonly isReadOnly: boolean
  readonly onChoose: (kind: string) => void
}

/** What goes in the cells of a column, or of every column of a table. */
export const CellKindSelect = ({
  id,
  called,
  kind,
  isWhole = false,
  isReadOnly,
  onChoose,
}: Props): JSX.Element => (
  <select
    id={id}
    class="control"
    aria-label={called}
    value={kind}
    disabled={isReadOnly}
    onChange={(event) => onChoose(event.currentTarget.value)}
  >
    {kind === '' ? <option value="">Selon la colonne</option> : null}
    {KINDS.has(kind) || kind === '' ? null : <option value={kind}>{valueWords(kind)}</option>}
    {GROUPS.map(({ title, kinds }) => (
      <optgroup key={title} label={title}>
        {kinds
          .filter((one) => !isWhole || one !== 'expression')
          .map((one) => (
            <option key={one} value={one}>
              {valueWords(one)}
            </option>
          ))}
      </optgroup>
    ))}
  </select>
)

/** The same among the properties of a column. */
export const CellKindField = ({ board, pointer, json }: FieldProps): JSX.Element => {
  const [, table = ''] = /^(.*)\/columns\/\d+$/.exec(pointer) ?? []
  return (
    <Field name="plan-cellType" label={propertyWords('cellType').label}>
      {(tied) => (
        <CellKindSelect
          {...tied}
          kind={cellKindOf(json, objectAt(board.content, table))}
          isReadOnly={board.isReadOnly}
          onChoose={(kind) =>
            board.apply(setCellKind(board.content, pointer, kind, labelOf('cellType', json)))
          }
        />
      )}
    </Field>
  )
}
