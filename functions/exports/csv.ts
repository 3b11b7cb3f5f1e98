// CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, decimal commas, CRLF.
import { type Cell, type Column, headerOf } from '../../forms/exports/columns.ts'
import { dossierCells, dossierColumns } from '../../forms/exports/dossier-columns.ts'
import { flatColumns } from '../../forms/exports/flat.ts'
import { startsAsFormula } from '../../forms/exports/formulas.ts'
import { type Format, piecesOf, type Subject } from './format.ts'

const STREAM = 'table'

/** One table: a line a dossier, its lists laid out on it. */
export const csvFormat = ({ layout }: Subject): Format => {
  const columns = flatColumns(layout)
  const types = [...dossierColumns, ...columns].map(({ type }) => type)
  return {
    mediaType: 'text/csv; charset=utf-8',
    add: (dossier, draft) =>
      draft.add(
        STREAM,
        Buffer.from(csvLine(dossierCells(columns, dossier).map((cell, i) => csvText(cell, types[i])))),
      ),
    pieces: (state) => [
      Buffer.from(
        `\ufeff${csvLine([...dossierColumns, ...columns].map((column) => csvText(headerOf(column))))}`,
      ),
      ...piecesOf(STREAM, state),
    ],
  }
}

const csvLine = (texts: readonly string[]): string => `${texts.join(';')}\r\n`

/** A cell as it stands between two semicolons. A text that a spreadsheet would compute has an apostrophe before it. */
const csvText = (cell: Cell, type: Column['type'] = 'text'): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return (type === 'money' ? cell.toFixed(2) : String(cell)).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'Oui' : 'Non'
  const text = type === 'instant' ? cell.replace('T', ' ') : cell
  const safe = startsAsFormula(text) ? `'${text}` : text
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
