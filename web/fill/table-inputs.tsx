// Tables to fill, as tables: headers that name their cells, totals below, and on a telephone one block a row where
// the cells are too wide to stand side by side.
import type { ComponentChildren, JSX } from 'preact'
import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import { numberWords } from '../shared/answer-text.ts'
import { Errors } from './question-frame.tsx'
import {
  type Drawing,
  type Input,
  type Question,
  type ReadColumn,
  type Text,
  useParts,
} from './survey-parts.ts'

type Column = {
  readonly name: string
  readonly cellType: string
  readonly inputType?: string
  readonly money?: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly locTitle: Text
}
type Cell = { readonly question: Question; readonly column: Column }
export type Row = {
  readonly id: string
  /** Of a row that the questionnaire gives. */
  readonly rowName: string
  readonly text: unknown
  readonly cells: readonly Cell[]
}

export type TableQuestion = Question & {
  readonly visibleRows: readonly Row[]
  readonly columns: readonly Column[]
  readonly hasTotal: boolean
  readonly visibleTotalRow: Row | null
  getFooterText(): Text
}

/** A table whose rows are given. */
export const TableInput: Input<TableQuestion> = ({ question, drawing }) => {
  useParts(question)
  return <Grid question={question} drawing={drawing} rowTitle={({ text }) => String(text)} />
}

type GridProps = {
  readonly question: TableQuestion
  readonly drawing: Drawing
  readonly rowTitle: (row: Row, index: number) => string
  /** What can be done with a row, in a last column of its own. The same function while it does the same. */
  readonly actions?: Actions | undefined
}

type Actions = (row: Row, index: number) => ComponentChildren

export const Grid = ({ question, drawing, rowTitle, actions }: GridProps): JSX.Element => {
  const columns = useMemo(() => columnsOf(question, drawing), [question, drawing])
  const totals = question.hasTotal ? question.visibleTotalRow : null
  return (
    <table
      class={`q-grid ${lookOf(columns)}${columns.some(({ beside }) => beside.length > 0) ? ' compared' : ''}`}
      aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}
    >
      <thead>
        <tr>
          <td />
          {columns.map(({ column, title, beside }) => [
            <th scope="col" key={column.name} class={isNumeric(column) ? 'n' : undefined}>
              {title}
            </th>,
            ...beside.map((read) => (
              <th scope="col" key={`${column.name} ${read.name}`} class="n">
                {read.title}
              </th>
            )),
          ])}
          {actions ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {question.visibleRows.map((row, index) => (
          <GridRow key={row.id} title={rowTitle(row, index)} {...{ row, index, columns, drawing, actions }} />
        ))}
      </tbody>
      {totals ? (
        <tfoot>
          <tr>
            <th scope="row">{question.getFooterText().renderedHtml || 'Total'}</th>
            {columns.map(({ column, title, beside }, i) => [
              <TotalCell key={column.name} cell={totals.cells[i]} title={title} />,
              ...beside.map((read) => <ReadCell key={`${column.name} ${read.name}`} read={read} />),
            ])}
            {actions ? <td /> : null}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

type GridColumn = {
  readonly column: Column
  readonly title: string
  readonly beside: readonly ReadColumn[]
}

const columnsOf = (question: TableQuestion, drawing: Drawing): readonly GridColumn[] =>
  question.columns.map((column) => ({
    column,
    title: titleOf(column, question),
    beside: drawing.beside?.(question, column.name) ?? [],
  }))

type RowProps = {
  readonly row: Row
  readonly index: number
  readonly title: string
  readonly columns: readonly GridColumn[]
  readonly drawing: Drawing
  readonly actions: Actions | undefined
}

/** A row draws itself again when one of its cells changes: forty of them at each letter would be felt. */
const GridRow = memo(({ row, index, title: name, columns, drawing, actions }: RowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {columns.map(({ column, title, beside }, i) => [
      <GridCell key={column.name} cell={row.cells[i]} title={title} drawing={drawing} />,
      ...beside.map((read) => <ReadCell key={`${column.name} ${read.name}`} {...{ read, row }} />),
    ])}
    {actions ? <td class="q-row-actions">{actions(row, index)}</td> : null}
  </tr>
))

type CellProps = { readonly cell: Cell | undefined; readonly title: string; readonly drawing: Drawing }

const GridCell = ({ cell, ...props }: CellProps): JSX.Element =>
  cell ? <FilledCell question={cell.question} column={cell.column} {...props} /> : <td />

const FilledCell = ({ question, column, title, drawing }: Cell & Omit<CellProps, 'cell'>): JSX.Element => {
  useParts(question)
  return (
    <td
      class={isNumeric(column) ? 'n' : column.cellType === 'checkbox' ? 'whole' : undefined}
      {...(question.isVisible ? { 'data-title': title } : {})}
      onFocusOut={() => drawing.onLeave(question)}
    >
      {question.isVisible ? (
        <>
          {drawing.input(question)}
          <Errors question={question} />
        </>
      ) : null}
    </td>
  )
}

const ReadCell = ({ read, row }: { read: ReadColumn; row?: Row }): JSX.Element => (
  <td class="n read" data-title={read.title}>
    {read.cell(row?.rowName)}
  </td>
)

const TotalCell = ({ cell, title }: Pick<CellProps, 'cell' | 'title'>): JSX.Element =>
  cell ? <Total question={cell.question} column={cell.column} title={title} /> : <td />

const Total = ({ question, column, title }: Cell & { title: string }): JSX.Element => {
  useParts(question)
  const { value } = question
  return typeof value === 'number' ? (
    <td class="n" data-title={title}>
      <span class="computed">{numberWords(value, column.money)}</span>
    </td>
  ) : (
    <td class="n" />
  )
}

const isNumeric = ({ cellType, inputType }: Column): boolean =>
  cellType === 'expression' || (cellType === 'text' && inputType === 'number')

/** Numbers stay side by side while a telephone has room: amounts take two places, of four. Rows of much else are cards. */
const lookOf = (columns: readonly GridColumn[]): string => {
  if (!columns.every(({ column }) => isNumeric(column)))
    return columns.length > 3 ? 'stacks rows cards' : 'stacks rows'
  const places = columns.map(({ column, beside }) => (column.money ? 2 : 1) * (1 + beside.length))
  return places.reduce((all, n) => all + n, 0) > 4 ? 'stacks' : 'numbers'
}

/** A column says that it is required only where the whole table does not. */
const titleOf = (column: Column, { isRequired }: TableQuestion): string =>
  column.locTitle.renderedHtml + (column.isRequired && !isRequired ? ' (obligatoire)' : '')
