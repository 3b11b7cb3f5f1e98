// A workbook: a sheet of dossiers, a sheet a list, the code book. Each sheet is a deflated stream of its own, and the
// archive is put together at the end, when all sizes are known.
import { crc32, deflateRawSync } from 'node:zlib'
import { codeOf } from '../../forms/exports/code-book.ts'
import { type Cell, type CellType, headerOf } from '../../forms/exports/columns.ts'
import {
  dossierCells,
  dossierColumns,
  lineCells,
  lineColumns,
  pathsOf,
} from '../../forms/exports/dossier-columns.ts'
import type { Draft } from './draft.ts'
import { type Format, type Piece, piecesOf, type Subject } from './format.ts'
import { MAX_ROWS, rowXml, sheetEnd, sheetStart } from './sheet.ts'
import { emptyStream, type State } from './state.ts'
import { guideSheets, sheetName, sheetNames, workbookFiles } from './workbook.ts'
import { archiveEnd, DEFLATED, directoryRecord, localHeader, type ZipEntry } from './zip.ts'

type Sheet = {
  readonly stream: string
  readonly name: string
  readonly titles: readonly string[]
  readonly types: readonly CellType[]
}

type File = { readonly entry: ZipEntry; readonly pieces: readonly Piece[] }

/** Typed cells, French headers; a list that outgrows a sheet goes on in another. */
export const xlsxFormat = (subject: Subject): Format => {
  const { layout } = subject
  const paths = pathsOf(layout)
  const names = sheetNames(['Dossiers', ...paths.map((path) => path.at(-1)?.title ?? '')])
  const sheetAt = (
    i: number,
    columns: readonly { title: string; code: string; type: CellType }[],
  ): Sheet => ({
    stream: `sheet-${i}`,
    name: names[i] ?? '',
    titles: columns.map(headerOf),
    types: columns.map(({ type }) => type),
  })
  const main = sheetAt(0, [...dossierColumns, ...layout.columns])
  const lists = paths.map((path, i) => ({
    path,
    sheet: sheetAt(i + 1, [...lineColumns(path.length), ...(path.at(-1)?.layout.columns ?? [])]),
  }))
  const sheetOf = (list: string): string =>
    list === '' ? main.name : (lists.find(({ path }) => codeOf(path) === list)?.sheet.name ?? '')
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    add: (dossier, draft) => {
      addRow(draft, main, dossierCells(layout.columns, dossier))
      for (const { path, sheet } of lists)
        for (const cells of lineCells(path, dossier)) addRow(draft, sheet, cells)
    },
    pieces: (state) => {
      const sheets = [
        ...[main, ...lists.map(({ sheet }) => sheet)].flatMap((sheet) => partsOf(sheet, state)),
        ...guideSheets(subject, sheetOf).map(({ name, xml }) => ({
          name,
          file: (path: string) => fileOf(path, xml),
        })),
      ]
      return archiveOf([
        ...workbookFiles(sheets.map(({ name }) => name)).map(({ path, xml }) => fileOf(path, xml)),
        ...sheets.map(({ file }, i) => file(`xl/worksheets/sheet${i + 1}.xml`)),
      ])
    },
  }
}

/** As wide as what stands in it: a number or a date that does not fit shows as « ##### ». */
const widths: Readonly<Record<CellType, number>> = {
  text: 24,
  instant: 20,
  money: 16,
  number: 14,
  date: 14,
  boolean: 14,
}

/** Whose dossier a row is stays in view, however far one goes to the right: its first two columns say it. */
const startOf = ({ titles, types }: Sheet): string =>
  sheetStart(
    titles.map((title, i) => ({ title, width: widths[types[i] ?? 'text'] })),
    { frozen: 2 },
  )

/** Adds a row to a sheet; once that is full, to the next that it takes. */
const addRow = (draft: Draft, sheet: Sheet, cells: readonly Cell[]): void => {
  let part = 0
  while (draft.countOf(`${sheet.stream}-${part}`) >= MAX_ROWS) part += 1
  const stream = `${sheet.stream}-${part}`
  if (draft.countOf(stream) === 0) draft.deflate(stream, startOf(sheet))
  draft.deflate(stream, rowXml(draft.countOf(stream) + 1, cells, sheet.types))
}

/** A sheet as it was written, or the several it took. */
const partsOf = (sheet: Sheet, state: Pick<State, 'streams'>) => {
  const parts: { name: string; file: (path: string) => File }[] = []
  for (let part = 0; part === 0 || state.streams[`${sheet.stream}-${part}`]; part += 1) {
    const stream = `${sheet.stream}-${part}`
    const rows = state.streams[stream]
    parts.push({
      name: part === 0 ? sheet.name : sheetName(sheet.name, ` (${part + 1})`),
      file: (path) => closed(path, rows ?? emptyStream, piecesOf(stream, state), endOf(sheet, rows?.count)),
    })
  }
  return parts
}

const endOf = (sheet: Sheet, rows: number | undefined): string =>
  (rows ? '' : startOf(sheet)) + sheetEnd(sheet.titles.length, rows ?? 1)

const fileOf = (path: string, xml: string): File => closed(path, emptyStream, [], xml)

/** A file of the archive: what was written of it, and its end. */
const closed = (
  name: string,
  { crc, size, length }: typeof emptyStream,
  before: Piece[],
  end: string,
): File => {
  const bytes = Buffer.from(end)
  const packed = deflateRawSync(bytes)
  const entry: ZipEntry = {
    name,
    method: DEFLATED,
    crc: crc32(bytes, crc),
    size: size + bytes.length,
    packed: length + packed.length,
  }
  return { entry, pieces: [...before, packed] }
}

const archiveOf = (files: readonly File[]): Piece[] => {
  const pieces: Piece[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { entry, pieces: own } of files) {
    const header = localHeader(entry)
    directory.push(directoryRecord(entry, offset))
    pieces.push(header, ...own)
    offset += header.length + entry.packed
  }
  const records = Buffer.concat(directory)
  return [...pieces, records, archiveEnd(files.length, { offset, length: records.length })]
}
