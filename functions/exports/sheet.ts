// The XML of a worksheet, row by row (ECMA-376, SpreadsheetML). Ours: what libraries stream, they stream from one
// process to its end, and a sheet here is written by several that follow each other.
import type { Cell, CellType } from '../../forms/exports/columns.ts'
import { startsAsFormula } from '../../forms/exports/formulas.ts'

/** The most that Excel holds. */
export const MAX_ROWS = 1_048_576
const MAX_TEXT = 32_767
const CUT = ' […]'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The places of the styles in `stylesXml`. */
const style = { plain: 0, header: 1, asText: 2, money: 3, date: 4, instant: 5 } as const

/** Number formats, and a text that stays one when somebody edits it (`quotePrefix`: Excel's own apostrophe). */
export const stylesXml = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf quotePrefix="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

type SheetColumn = { readonly title: string; readonly width: number }

/** The beginning of a sheet, its first row included, which stays in view, as do the first `frozen` columns. */
export const sheetStart = (columns: readonly SheetColumn[], { frozen = 0 } = {}): string => {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const titles = columns.map(({ title }, i) => textCell(`${letters(i)}1`, title, style.header))
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane${frozen ? ` xSplit="${frozen}"` : ''} ySplit="1" topLeftCell="${letters(frozen)}2" activePane="${frozen ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
}

/** The end of a sheet of that many rows, which can be filtered by any column. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${rows}"/></worksheet>`

/** A row, numbered from 1 on; blanks are left out. */
export const rowXml = (row: number, cells: readonly Cell[], types: readonly CellType[]): string => {
  let inner = ''
  for (const [i, cell] of cells.entries())
    if (cell !== undefined && cell !== '') inner += cellXml(letters(i) + row, cell, types[i] ?? 'text')
  return `<row r="${row}">${inner}</row>`
}

const cellXml = (at: string, cell: string | number | boolean, type: CellType): string => {
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number')
    return `<c r="${at}"${type === 'money' ? ` s="${style.money}"` : ''}><v>${cell}</v></c>`
  const day = type === 'date' || type === 'instant' ? dayNumber(cell) : undefined
  if (day !== undefined && type !== 'text' && type in style)
    return `<c r="${at}" s="${type === 'date' ? style.date : style.instant}"><v>${day}</v></c>`
  return textCell(at, cell, startsAsFormula(cell) ? style.asText : style.plain)
}

const textCell = (at: string, text: string, s: number): string =>
  `<c r="${at}"${s ? ` s="${s}"` : ''} t="inlineStr"><is><t xml:space="preserve">${xmlText(cut(text))}</t></is></c>`

const cut = (text: string): string =>
  text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT - CUT.length) + CUT

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** A text in XML: without what XML cannot hold; `_x0041_`, which spreadsheets take for an escape, escaped itself. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"\r]/g, (letter) => entities[letter] ?? '')

const EPOCH = Date.UTC(1899, 11, 30)
/** Before, spreadsheets count a day that never was. */
const FIRST = Date.UTC(1900, 2, 1)

/** `2024-07-12` or `2024-07-12T21:59:58` as spreadsheets count days; undefined when it is neither. */
const dayNumber = (text: string): number | undefined => {
  const ms = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/.test(text)
    ? Date.parse(text.includes('T') ? `${text}Z` : text)
    : Number.NaN
  return Number.isNaN(ms) || ms < FIRST ? undefined : (ms - EPOCH) / 86_400_000
}

const known: string[] = []

/** The name of a column: A, B… Z, AA… */
const letters = (i: number): string => {
  const name =
    known[i] ?? (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))
  known[i] = name
  return name
}
