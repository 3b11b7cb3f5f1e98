import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../forms/csv.ts'
import { ImportKind, importColumns, readImportTable, templateOf } from '../../forms/imports.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const cell = fc
  .string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', '’', '1') })
  .map((text) => text.trim())

test('reads back whatever a spreadsheet writes, with each separator, line end, and with or without a mark', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
      (rows, separator, end, mark) => {
        const lines = rows.map((cells) => cells.map(quoted).join(separator))
        const { rows: read, faults } = readCsv(mark + [`nom${separator}ville`, ...lines].join(end))
        expect(faults).toEqual([])
        const kept = rows.filter((cells) => cells.some((text) => text !== ''))
        expect(read.slice(1).map(({ cells }) => cells)).toEqual(kept)
      },
    ),
  )
})

test('numbers lines as a spreadsheet’s file does, blank lines and lines within a cell counted', () => {
  const { rows, faults } = readCsv('nom;ville\r\n\r\n"Deux\r\nlignes";A\r\nC;"jamais fermé\r\nD;E')
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 5])
  expect(faults).toEqual([{ line: 5, detail: expect.stringContaining('guillemet') }])
})

test('takes what separates cells from the line that says it, and counts that line', () => {
  const { rows, faults } = readCsv('sep=,\r\nnom,ville\r\n"A;B",Aix\r\n\r\n')
  expect(faults).toEqual([])
  expect(rows).toEqual([
    { line: 2, cells: ['nom', 'ville'] },
    { line: 3, cells: ['A;B', 'Aix'] },
  ])
})

test.each(ImportKind.options)('the model of %s is a file of that kind', (kind) => {
  const table = readImportTable(kind, templateOf(kind))
  expect(table).toMatchObject({ faults: [], rows: [{ line: 2 }] })
  const examples = importColumns[kind].flatMap(({ name, example }) => (example ? [[name, example]] : []))
  expect('rows' in table && table.rows[0]?.cells).toEqual(Object.fromEntries(examples))
})
