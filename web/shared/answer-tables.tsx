import type { ComponentChildren, JSX } from 'preact'
import { isBlank, isNumeric, sumOf, wordsOf } from './answer-text.ts'
import type { Field } from './outline.ts'

type Row = { readonly key: string; readonly title: string; readonly cells: Readonly<Record<string, unknown>> }

/** Whether an answer of this type is read as a table. */
export const isTable = ({ type }: Field): boolean =>
  ['matrix', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'paneldynamic'].includes(type)

/** An answer that is a table, as one: rows and columns as they were filled, with their totals. */
export const AnswerTable = ({ field, value }: { field: Field; value: unknown }): JSX.Element => {
  if (field.type === 'matrix' || field.type === 'multipletext') return <Pairs field={field} value={value} />
  const rows = field.rows.size > 0 ? namedRows(field, value) : numberedRows(value)
  return (
    <ScrollTable title={field.title}>
      <thead>
        <tr>
          <th scope="col">{field.rows.size > 0 ? <span class="sr-only">Ligne</span> : 'N°'}</th>
          {field.fields.map((column) => (
            <th scope="col" key={column.name} class={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.title}</th>
            {field.fields.map((column) => (
              <td key={column.name} class={classOf(column)}>
                <Cell words={wordsOf(column, cellOf(column, row))} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {field.fields.some(({ totalled }) => totalled) ? <Totals field={field} rows={rows} /> : null}
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

const Totals = ({ field, rows }: { field: Field; rows: readonly Row[] }): JSX.Element => (
  <tfoot>
    <tr>
      <th scope="row">{field.totalTitle}</th>
      {field.fields.map((column) => {
        const numbers = rows.map((row) => cellOf(column, row)).filter((n) => typeof n === 'number')
        const total =
          column.totalled && numbers.length > 0 ? numbers.reduce((sum, n) => sum + n, 0) : undefined
        return (
          <td key={column.name} class={classOf(column)}>
            {wordsOf(column, total)}
          </td>
        )
      })}
    </tr>
  </tfoot>
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
