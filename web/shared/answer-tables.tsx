import { type ComponentChildren, Fragment, type JSX } from 'preact'
import { isBlank, isNumeric, sumOf, wordsOf } from './answer-text.ts'
import { type Forecast, gapWords, plannedWords, sumOfKnown } from './forecast.ts'
import type { Field } from './outline.ts'

type Row = { readonly key: string; readonly title: string; readonly cells: Readonly<Record<string, unknown>> }

/** Whether an answer of this type is read as a table. */
export const isTable = ({ type }: Field): boolean =>
  ['matrix', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'paneldynamic'].includes(type)

type TableProps = {
  readonly field: Field
  readonly value: unknown
  /** The forecast to show beside the columns that have one. */
  readonly forecast?: Forecast | undefined
}

/** An answer that is a table, as one: rows and columns as they were filled, with their totals. */
export const AnswerTable = ({ field, value, forecast }: TableProps): JSX.Element => {
  if (field.type === 'matrix' || field.type === 'multipletext') return <Pairs field={field} value={value} />
  const isCompared = (column: Field) => forecast?.isCompared(field.name, column.name) === true
  const rows = field.rows.size > 0 ? namedRows(field, value) : numberedRows(value)
  return (
    <ScrollTable title={field.title}>
      <thead>
        <tr>
          <th scope="col">{field.rows.size > 0 ? <span class="sr-only">Ligne</span> : 'N°'}</th>
          {field.fields.map((column) => (
            <Fragment key={column.name}>
              <th scope="col" class={classOf(column)}>
                {column.title}
              </th>
              {isCompared(column) ? <PlannedHeads /> : null}
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.title}</th>
            {field.fields.map((column) => {
              const cell = cellOf(column, row)
              const planned = forecast?.plannedAt(`/${field.name}/${row.key}/${column.name}`)
              return (
                <Fragment key={column.name}>
                  <td class={classOf(column)}>
                    <Cell words={wordsOf(column, cell)} />
                  </td>
                  {isCompared(column) ? <PlannedCells {...{ value: cell, planned, column }} /> : null}
                </Fragment>
              )
            })}
          </tr>
        ))}
      </tbody>
      {field.fields.some(({ totalled }) => totalled) ? <Totals {...{ field, rows, forecast }} /> : null}
    </ScrollTable>
  )
}

const Pairs = ({ field, value }: { field: Field; value: unknown }): JSX.Element => {
  const cells = recordOf(value)
  const lines: [string, string, string[]][] =
    field.type === 'matrix'
      ? [...field.rows].map(([row, title]) => [row, title, chosen(field, cells[row])])
      : field.fields.map((item) => [item.name, item.title, wordsOf(item, cells[item.name])])
  return (
    <ScrollTable title={field.title}>
      <tbody>
        {lines.map(([key, title, words]) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td>
              <Cell words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const Totals = ({
  field,
  rows,
  forecast,
}: Omit<TableProps, 'value'> & { rows: readonly Row[] }): JSX.Element => (
  <tfoot>
    <tr>
      <th scope="row">{field.totalTitle}</th>
      {field.fields.map((column) => {
        const numbers = rows.map((row) => cellOf(column, row)).filter((n) => typeof n === 'number')
        const total =
          column.totalled && numbers.length > 0 ? numbers.reduce((sum, n) => sum + n, 0) : undefined
        const lines = rows.map(({ key }) => forecast?.plannedAt(`/${field.name}/${key}/${column.name}`))
        return (
          <Fragment key={column.name}>
            <td class={classOf(column)}>{wordsOf(column, total)}</td>
            {forecast?.isCompared(field.name, column.name) ? (
              <PlannedCells value={total} planned={sumOfKnown(lines)} column={column} />
            ) : null}
          </Fragment>
        )
      })}
    </tr>
  </tfoot>
)

const PlannedHeads = (): JSX.Element => (
  <>
    <th scope="col" class="n">
      Prévu
    </th>
    <th scope="col" class="n">
      Écart
    </th>
  </>
)

type PlannedProps = { readonly value: unknown; readonly planned: number | undefined; readonly column: Field }

const PlannedCells = ({ value, planned, column: { money } }: PlannedProps): JSX.Element => (
  <>
    <td class="n">{plannedWords(planned, money)}</td>
    <td class="n">{gapWords(value, planned, money)}</td>
  </>
)

/** It may be wider than a telephone: then it scrolls by itself, and the keyboard must reach it to do so. */
const ScrollTable = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
  <section class="scroll" aria-label={title} tabIndex={0}>
    <table>{children}</table>
  </section>
)

const Cell = ({ words }: { words: readonly string[] }): JSX.Element =>
  words.length === 0 ? <span class="none">–</span> : <span class="long">{words.join(', ')}</span>

const classOf = (column: Field): string | undefined => (isNumeric(column) ? 'n' : undefined)

const cellOf = (column: Field, { cells }: Row): unknown =>
  isBlank(cells[column.name]) ? sumOf(column.expression, (name) => cells[name]) : cells[column.name]

const chosen = (field: Field, value: unknown): string[] =>
  isBlank(value) ? [] : [value].flat().map((item) => field.columns.get(String(item)) ?? String(item))

const namedRows = (field: Field, value: unknown): Row[] =>
  [...field.rows].map(([key, title]) => ({ key, title, cells: recordOf(recordOf(value)[key]) }))

const numberedRows = (value: unknown): Row[] =>
  (Array.isArray(value) ? value : []).map((row: unknown, i) => ({
    key: String(i),
    title: String(i + 1),
    cells: recordOf(row),
  }))

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
