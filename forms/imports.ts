// What a Caf brings in from a spreadsheet: four kinds of files, a line each for an organisation, a project, the number
// of collectifs notified for a year, or a person to invite. Which columns they have, and how a file is read.
import * as z from 'zod'
import { plainWords, readCsv } from './csv.ts'

export const ImportKind = z.enum(['organisations', 'projets', 'collectifs', 'contacts'])
export type ImportKind = z.infer<typeof ImportKind>

/** Longer lists come in several files. */
export const MAX_LINES = 2000
/** Of a file, so that it fits in a request. */
export const MAX_BYTES = 200 * 1024

type Column = { readonly name: string; readonly needed: boolean; readonly example: string }

const column = (name: string, example: string, needed = true): Column => ({ name, needed, example })
const owner = column('organisation', '43210987400011')

/** The columns of each kind of file, by the names of its first line, with an example of each. */
export const importColumns: Record<ImportKind, readonly Column[]> = {
  organisations: [
    column('nom', 'Association des Écoliers'),
    column('siret', '51234567900017', false),
    column('rna', '', false),
    column('commune', '73008', false),
  ],
  projets: [
    owner,
    column('projet', 'Clas du Val'),
    column('premiere_annee', '2026-2027', false),
    column('derniere_annee', '2029-2030', false),
  ],
  collectifs: [
    owner,
    column('projet', 'Clas du Val'),
    column('annee', '2026-2027'),
    column('collectifs', '3'),
  ],
  contacts: [
    owner,
    column('mel', 'coordination@exemple.fr'),
    column('roles', 'administrateur, saisie activité, approbateur'),
  ],
}

export type Cells = Readonly<Record<string, string>>
export type ImportRow = { readonly line: number; readonly cells: Cells }
export type LineFault = { readonly line: number; readonly detail: string; readonly text?: string | undefined }

/** The line as it stands in the file, to be found again there; a long one by its beginning. */
export const lineText = (cells: Cells): string => {
  const text = Object.values(cells).join(' ; ')
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text
}

const MOST_TEXT = 160

/** A file as it was read: what is wrong with it as a whole, or its lines by the names of their columns. */
export type ImportTable =
  | { readonly fault: string }
  | { readonly rows: readonly ImportRow[]; readonly faults: readonly LineFault[] }

/** Reads a file of a kind. Columns come in any order; those it does not know are left aside. */
export const readImportTable = (kind: ImportKind, text: string): ImportTable => {
  if (text.includes('\ufffd')) return { fault: WRONG_ENCODING }
  const { rows, faults } = readCsv(text)
  const [heading, ...lines] = rows
  if (!heading) return { fault: 'Ce fichier est vide.' }
  const columns = importColumns[kind]
  const names = heading.cells.map((cell) => plainWords(cell).replaceAll(/[\s'-]/g, '_'))
  const missing = columns.filter(({ name, needed }) => needed && !names.includes(name))
  if (missing.length > 0) {
    return {
      fault: `La première ligne doit donner le nom des colonnes. ${missing.length > 1 ? 'Il manque' : 'Il manque la colonne'} ${missing.map(({ name }) => `« ${name} »`).join(', ')} ; les colonnes sont : ${columns.map(({ name }) => name).join(', ')}.`,
    }
  }
  if (lines.length === 0)
    return { fault: 'Ce fichier n’a que le nom de ses colonnes : aucune ligne à importer.' }
  if (lines.length > MAX_LINES) {
    return {
      fault: `Ce fichier a ${lines.length} lignes ; ${MAX_LINES} au plus. Coupez-le en plusieurs fichiers.`,
    }
  }
  const cellsOf = (cells: readonly string[]): Cells =>
    Object.fromEntries(
      columns.flatMap(({ name }) => {
        const cell = cells[names.indexOf(name)] ?? ''
        return cell === '' ? [] : [[name, cell]]
      }),
    )
  return { rows: lines.map(({ line, cells }) => ({ line, cells: cellsOf(cells) })), faults }
}

const WRONG_ENCODING =
  'Ce fichier n’est pas en UTF-8 : ses accents seraient perdus. Dans votre tableur, enregistrez-le comme « CSV UTF-8 », puis choisissez-le de nouveau.'

/** A file to start from: the names of its columns and an example, as spreadsheets in French open it. */
export const templateOf = (kind: ImportKind): string => {
  const columns = importColumns[kind]
  const line = (words: readonly string[]) => words.join(';')
  return `\ufeff${line(columns.map(({ name }) => name))}\r\n${line(columns.map(({ example }) => example))}\r\n`
}
