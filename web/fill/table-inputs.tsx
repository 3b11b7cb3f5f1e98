// Tables to fill, as tables: headers that name their cells, totals below, and on a telephone one block a row where
// the cells are too wide to stand side by side.
import type { JSX } from 'preact'
import { Errors } from './question-frame.tsx'
import { type Drawing, type Input, type Question, type Text, useParts } from './survey-parts.ts'

type Column = {
  readonly name: string
  readonly cellType: string
  readonly inputType?: string
  readonly isRequired: boolean
  readonly locTitle: Text
}
type Cell = { readonly question: Question; readonly column: Column }
type Row = { readonly id: string; readonly text: unknown; readonly cells: readonly Cell[] }

export type TableQuestion = Question & {
  readonly visibleRows: readonly Row[]
  readonly columns: readonly Column[]
  readonly hasTotal: boolean
  readonly visibleTotalRow: Row | null
  getFooterText(): Text
}

export type DynamicTableQuestion = TableQuestion & {
  readonly canAddRow: boolean
  readonly canRemoveRows: boolean
  readonly addRowText: string
  readonly removeRowText: string
  readonly noRowsText: string
  addRow(focus: boolean): void
  removeRow(index: number, confirm: boolean): void
}

type Grid = {
  readonly question: TableQuestion
  readonly drawing: Drawing
  readonly rowTitle: (row: Row, index: number) => string
  readonly onRemove?: ((row: Row, index: number) => void) | undefined
  readonly removeText?: string
}

/** A table whose rows are given. */
export const TableInput: Input<TableQuestion> = ({ question, drawing }) => {
  useParts(question)
  return <Grid question={question} drawing={drawing} rowTitle={({ text }) => String(text)} />
}

/** A table to which rows are added. */
export const DynamicTableInput: Input<DynamicTableQuestion> = ({ question, drawing }) => {
  useParts(question)
  const remove = (row: Row, index: number) => {
    const isBlank = row.cells.every((cell) => cell.question.isEmpty())
    if (isBlank || confirm(`${question.removeRowText} et ses réponses ?`)) question.removeRow(index, false)
  }
  const editable = !question.isInputReadOnly
  return (
    <>
      {question.visibleRows.length === 0 ? (
        <p class="q-hint">{question.noRowsText}</p>
      ) : (
        <Grid
          question={question}
          drawing={drawing}
          rowTitle={(_, index) => `N° ${index + 1}`}
          removeText={question.removeRowText}
          onRemove={editable && question.canRemoveRows ? remove : undefined}
        />
      )}
      {editable && question.canAddRow ? (
        <button type="button" class="btn quiet" onClick={() => question.addRow(true)}>
          {question.addRowText}
        </button>
      ) : null}
    </>
  )
}

const Grid = ({ question, drawing, rowTitle, onRemove, removeText = '' }: Grid): JSX.Element => {
  const { columns } = question
  const stacks = columns.length > 4 || !columns.every(isNumeric)
  const totals = question.hasTotal ? question.visibleTotalRow : null
  return (
    <table
      class={stacks ? 'q-grid stacks rows' : 'q-grid numbers'}
      aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}
    >
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th scope="col" key={column.name} class={isNumeric(column) ? 'n' : undefined}>
              {titleOf(column, question)}
            </th>
          ))}
          {onRemove ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {question.visibleRows.map((row, index) => (
          <tr key={row.id}>
            <th scope="row">{rowTitle(row, index)}</th>
            {row.cells.map((cell) => (
              <GridCell
                key={cell.column.name}
                cell={cell}
                title={titleOf(cell.column, question)}
                drawing={drawing}
              />
            ))}
            {onRemove ? (
              <td class="q-remove">
                <button
                  type="button"
                  class="link"
                  aria-label={`${removeText}, ligne ${index + 1}`}
                  onClick={() => onRemove(row, index)}
                >
                  Retirer
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      {totals ? (
        <tfoot>
          <tr>
            <th scope="row">{question.getFooterText().renderedHtml || 'Total'}</th>
            {totals.cells.map((cell) => (
              <GridCell
                key={cell.column.name}
                cell={cell}
                title={cell.column.locTitle.renderedHtml}
                drawing={drawing}
              />
            ))}
            {onRemove ? <td /> : null}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

type CellProps = { readonly cell: Cell; readonly title: string; readonly drawing: Drawing }

const GridCell = ({ cell: { question, column }, title, drawing }: CellProps): JSX.Element => {
  useParts(question)
  return (
    <td
      class={isNumeric(column) ? 'n' : undefined}
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

const isNumeric = ({ cellType, inputType }: Column): boolean =>
  cellType === 'expression' || (cellType === 'text' && inputType === 'number')

/** A column says that it is required only where the whole table does not. */
const titleOf = (column: Column, { isRequired }: TableQuestion): string =>
  column.locTitle.renderedHtml + (column.isRequired && !isRequired ? ' (obligatoire)' : '')
