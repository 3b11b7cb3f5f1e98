// A CSV as spreadsheets write it in French: semicolons, tabs or commas, quotes, with or without a byte-order mark.
import Papa from 'papaparse'

/** One row, at the line of the file where it starts: a cell between quotes may go over several. */
type CsvRow = { readonly line: number; readonly cells: readonly string[] }

export type Csv = {
  /** The rows that hold something, each cell trimmed. */
  readonly rows: readonly CsvRow[]
  /** Quotes that are opened and never closed, or closed in the middle of a cell. */
  readonly faults: readonly { readonly line: number; readonly detail: string }[]
}

/**
 * Reads a CSV. What separates its cells is told by its first line, where no cell is likely to hold it,
 * or by the others when that one has a single cell.
 */
export const readCsv = (text: string): Csv => {
  const lines = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const said = SEPARATOR_SAID.exec(lines)?.[1]
  const rows: CsvRow[] = []
  const faults: { line: number; detail: string }[] = []
  let line = 1
  let start = 0
  Papa.parse<string[]>(lines, {
    delimiter: said ?? separatorOf(lines),
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const cells = line === 1 && said ? [] : data.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      if (errors.length > 0) faults.push({ line, detail: QUOTES })
      line += lines.slice(start, meta.cursor).split('\n').length - 1
      start = meta.cursor
    },
  })
  return { rows, faults }
}

/** A first line that Excel writes and reads, and is no line of the list. */
const SEPARATOR_SAID = /^"?sep=(.)"?\s*\n/i

const QUOTES = 'Un guillemet droit (") est ouvert sans être fermé, ou fermé au milieu d’une case.'

const separatorOf = (text: string): string => {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const named = [';', '\t', ','].find((separator) => first.includes(separator))
  return named ?? [';', '\t'].find((separator) => text.includes(separator)) ?? ','
}

/** The words of a cell to be compared: no case, no accents, one kind of apostrophe, single spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
