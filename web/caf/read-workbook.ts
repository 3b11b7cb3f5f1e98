// Loaded only when somebody chooses a workbook.
import { unzipSync, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { quoted } from '../shared/words.ts'
import { type ListFile, NOT_A_LIST } from './list-file.ts'

/** The first sheet of a workbook, as the CSV that says the same, line for line. */
export const readWorkbook = async (bytes: Uint8Array<ArrayBuffer>): Promise<ListFile> => {
  const [sheet, ...others] = (await sheetsOf(bytes)) ?? []
  if (!sheet) return { fault: NOT_A_LIST }
  const text = sheet.data.map((row) => row.map(cellText).join(';')).join('\r\n')
  if (sheet.data.length === 0) return { fault: `La feuille ${quoted(sheet.sheet)} de ce classeur est vide.` }
  if (others.length === 0) return { text }
  return { text, note: `Seule la première feuille du classeur, ${quoted(sheet.sheet)}, est lue.` }
}

const sheetsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  try {
    // The library inflates what is large in a worker made of a blob, which the CSP refuses; what is stored, it reads here.
    const stored = zipSync(unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) }), {
      level: 0,
    })
    return await readSheets(new Blob([stored]), { parseNumber: (digits) => String(Number(digits)) })
  } catch {
    return undefined
  }
}

/** A number in full, a day as it is written in French; between quotes where something in it could separate. */
const cellText = (cell: unknown): string => {
  const text =
    cell instanceof Date ? cell.toLocaleDateString('fr-FR', { timeZone: 'UTC' }) : String(cell ?? '')
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
