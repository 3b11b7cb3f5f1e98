// A workbook as Excel saves one: shared words, a number in exponents, a day as a styled number, cells left out.
import { strToU8, zipSync } from 'fflate'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The file of a workbook with these sheets, whose cells are words (shared), numbers, or days. */
export const workbookOf = (sheets: Readonly<Record<string, readonly Row[]>>): Buffer<ArrayBuffer> => {
  const words: string[] = []
  const names = Object.keys(sheets)
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, i) => write(name, i + 1)).join('')
  const parts: Record<string, string> = {
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheets[name] ?? [], words)]),
    ),
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${each((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId98" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  parts['xl/sharedStrings.xml'] =
    `<sst ${MAIN}>${words.map((word) => `<si><t>${escaped(word)}</t></si>`).join('')}</sst>`
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))),
  )
}

type Row = readonly (string | number | Date | null)[]

const sheetXml = (rows: readonly Row[], words: string[]): string =>
  `<worksheet ${MAIN}><sheetData>${rows
    .map((row, i) => {
      const cells = row.map((cell, j) => cellXml(`${'ABCDEFGH'[j]}${i + 1}`, cell, words))
      return row.length === 0 ? '' : `<row r="${i + 1}">${cells.join('')}</row>`
    })
    .join('')}</sheetData></worksheet>`

const cellXml = (at: string, cell: Row[number], words: string[]): string => {
  if (cell === null) return ''
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell.toExponential()}</v></c>`
  return `<c r="${at}" t="s"><v>${words.push(cell) - 1}</v></c>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
