// A list as agents have it: what Excel saves in France, whatever the button chosen, or its workbook as it is.
import { quoted } from '../shared/words.ts'
import { type ListFile, NOT_A_LIST } from './list-file.ts'

/** Larger files are no lists: they are not even read. */
const MAX_BYTES = 5 * 1024 * 1024

/** What a file control offers to choose; what of it cannot be read is answered in words. */
export const LIST_TYPES =
  '.csv,.txt,.tsv,.xlsx,.xls,.ods,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const readListFile = async (file: Blob): Promise<ListFile> => {
  if (file.size === 0) return { fault: 'Ce fichier est vide.' }
  if (file.size > MAX_BYTES) return { fault: tooLarge(file.size) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const head = String.fromCharCode(...bytes.subarray(0, 80))
  if (head.startsWith('\xd0\xcf\x11\xe0')) return { fault: OLD_WORKBOOK }
  if (head.includes('application/vnd.oasis.opendocument')) return { fault: OPEN_DOCUMENT }
  if (head.startsWith('PK\x03\x04')) {
    const { readWorkbook } = await import('./read-workbook.ts')
    return readWorkbook(bytes)
  }
  return readText(bytes)
}

const readText = (bytes: Uint8Array): ListFile => {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) return { fault: NOT_A_LIST }
  if (encoding !== 'windows-1252' && encoding !== 'macintosh') return { text }
  const words = [...new Set(text.match(/[\p{L}’']*[^\p{ASCII}][\p{L}’']*/gu))].slice(0, 3)
  const from = encoding === 'macintosh' ? 'd’un ancien Excel pour Mac' : 'd’Excel pour Windows'
  return {
    text,
    note: `Ce fichier ne dit pas comment ses accents sont écrits : ils sont lus comme ceux ${from}. Vérifiez-les, par exemple dans ${words.map(quoted).join(', ')}.`,
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

/** By the mark at its head, by zeros between Latin letters, by being valid; else as spreadsheets write without saying. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && first !== 0) return 'utf-16le'
  if (first === 0 && second !== 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return bytes.some(isNothingInWindows) ? 'macintosh' : 'windows-1252'
  }
}

/** What Windows-1252 leaves out, or has for « Ž »: on a Mac they are ê, è, ç and é. */
const isNothingInWindows = (byte: number): boolean => [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d].includes(byte)

const tooLarge = (size: number): string =>
  `Ce fichier pèse ${Math.ceil(size / 1024 / 1024)} Mo : ce n’est pas une liste. Vérifiez que c’est le bon fichier. Rien n’a été envoyé.`

const OLD_WORKBOOK =
  'Ce fichier est un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe. Dans Excel : Fichier, Enregistrer sous, « Classeur Excel (.xlsx) », sans mot de passe ; puis choisissez ce nouveau fichier.'
const OPEN_DOCUMENT =
  'Ce fichier est un classeur LibreOffice (.ods). Dans LibreOffice : Fichier, Enregistrer sous, « Classeur Excel 2007-365 (.xlsx) » ; puis choisissez ce nouveau fichier.'
