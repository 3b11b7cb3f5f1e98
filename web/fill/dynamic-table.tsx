// A table to which rows are added: by hand, or as a copy of one that is there. Whoever does it by keyboard or hears
// the page goes on where the row is, and is told.
import { useCallback, useRef } from 'preact/hooks'
import type { Input } from './survey-parts.ts'
import { useParts } from './survey-parts.ts'
import { Grid, type Row, type TableQuestion } from './table-inputs.tsx'
import { useEntries } from './use-entries.ts'

export type DynamicTableQuestion = TableQuestion & {
  readonly canAddRow: boolean
  readonly canRemoveRows: boolean
  readonly maxRowCount: number
  readonly addRowText: string
  readonly removeRowText: string
  readonly noRowsText: string
  readonly keyName: string
  addRow(focus: boolean): void
  removeRow(index: number, confirm: boolean): void
}

export const DynamicTableInput: Input<DynamicTableQuestion> = ({ question, drawing }) => {
  useParts(question)
  const { place, said, done } = useEntries('tbody tr')
  const rows = question.visibleRows
  const add = () => {
    question.addRow(false)
    const last = question.visibleRows.length
    done(`Ligne ${last} ajoutée.`, last - 1)
  }
  const duplicate = (source: Row, index: number) => {
    question.addRow(false)
    const last = question.visibleRows.length
    copyCells(source, question.visibleRows.at(-1), question.keyName)
    done(`Ligne ${index + 1} dupliquée : la copie est la ligne ${last}.`, last - 1)
  }
  const remove = (row: Row, index: number) => {
    const isBlank = row.cells.every((cell) => cell.question.isEmpty())
    if (!isBlank && !confirm(`${question.removeRowText} (ligne ${index + 1}) et ses réponses ?`)) return
    question.removeRow(index, false)
    done(`Ligne ${index + 1} retirée.`, index)
  }

  const editable = !question.isInputReadOnly
  const { canAddRow, canRemoveRows } = question
  const act = useRef({ duplicate, remove })
  act.current = { duplicate, remove }
  const actions = useCallback(
    (row: Row, index: number) => (
      <>
        {canAddRow ? (
          <button type="button" class="link" onClick={() => act.current.duplicate(row, index)}>
            Dupliquer<span class="sr-only"> la ligne {index + 1}</span>
          </button>
        ) : null}
        {canRemoveRows ? (
          <button type="button" class="link" onClick={() => act.current.remove(row, index)}>
            Retirer<span class="sr-only"> la ligne {index + 1}</span>
          </button>
        ) : null}
      </>
    ),
    [canAddRow, canRemoveRows],
  )
  return (
    <div ref={place}>
      {rows.length === 0 ? (
        <p class="q-hint">{question.noRowsText}</p>
      ) : (
        <Grid
          question={question}
          drawing={drawing}
          rowTitle={(_, index) => `N° ${index + 1}`}
          actions={editable ? actions : undefined}
        />
      )}
      {editable && canAddRow ? (
        <button type="button" class="btn quiet" onClick={add}>
          {question.addRowText}
        </button>
      ) : null}
      {editable && !canAddRow ? (
        <p class="q-cap">
          {question.maxRowCount} lignes au plus : vous y êtes. Pour en ajouter une, retirez-en une autre.
        </p>
      ) : null}
      <p class="q-said" role="status">
        {said}
      </p>
    </div>
  )
}

/** The answers of one row in another, but for what may stand once only and what is computed. */
const copyCells = (from: Row, to: Row | undefined, keyName: string): void => {
  to?.cells.forEach(({ question, column }, i) => {
    const source = from.cells[i]?.question
    if (!source || source.isEmpty() || column.cellType === 'expression') return
    if (column.isUnique || column.name === keyName) return
    question.value = Array.isArray(source.value) ? [...source.value] : source.value
  })
}
