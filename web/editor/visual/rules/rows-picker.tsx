import type { JSX } from 'preact'
import { ALL, type Chosen, TOTAL } from '../../../../forms/editing/rule-places.ts'

type Props = Chosen & {
  readonly isReadOnly: boolean
  readonly onChange: (rows: string[]) => void
}

/** All the lines of a table, its total, or some lines by their names. */
export const RowsPicker = ({ question, rows, fields, isReadOnly, onChange }: Props): JSX.Element | null => {
  const { title, isBlock, totals } = question
  const [first = ALL] = rows
  const way = first === ALL || first === TOTAL ? first : 'some'
  const hasTotal = fields.every(({ key }) => totals.includes(key))
  const isOneWay = question.rows.length === 0 && !hasTotal && way === ALL
  if (isOneWay) return <p class="hint">{isBlock ? 'Sur tous les blocs.' : 'Sur toutes les lignes.'}</p>
  return (
    <>
      <select
        class="control"
        aria-label={`Lignes de « ${title} »`}
        value={way}
        disabled={isReadOnly}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChange([value === 'some' ? (question.rows[0]?.value ?? ALL) : value])
        }}
      >
        <option value={ALL}>sur {isBlock ? 'tous les blocs' : 'toutes les lignes'}</option>
        {question.rows.length > 0 ? <option value="some">sur certaines lignes</option> : null}
        {hasTotal || way === TOTAL ? <option value={TOTAL}>au total, sous le tableau</option> : null}
      </select>
      {way === 'some' ? (
        <fieldset class="rule-choices lines">
          <legend class="sr-only">Lignes de « {title} »</legend>
          {question.rows.map(({ value, text }) => (
            <label key={value} class="choice">
              <input
                type="checkbox"
                checked={rows.includes(value)}
                disabled={isReadOnly}
                onChange={(event) => {
                  const next = question.rows
                    .map((row) => row.value)
                    .filter((one) => (one === value ? event.currentTarget.checked : rows.includes(one)))
                  if (next.length > 0) onChange(next)
                  else event.currentTarget.checked = true
                }}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
