// A list of projects that an agent has in a file: the first cell of each line is the project, as it is named here or
// by its identifier.
import { plainWords, readCsv } from '../../forms/csv.ts'
import type { Project } from '../../forms/nouns/people.ts'

export type ImportedProjects = {
  /** The projects found, each once, in the order of the file. */
  readonly ids: readonly string[]
  /** The lines that name no project of this Caf, numbered from 1 as a spreadsheet does. */
  readonly unknown: readonly { readonly line: number; readonly text: string }[]
}

type Named = Pick<Project, 'id' | 'name'>

/**
 * Reads a CSV, separated by semicolons, commas or tabs. A first line that names no project is taken for the titles of
 * the columns. Case, accents and spaces around do not count; of two projects of one name, both are taken.
 */
export const readImport = (text: string, projects: readonly Named[]): ImportedProjects => {
  const byWord = Map.groupBy(
    projects.flatMap(({ id, name }) =>
      [...new Set([plainWords(id), plainWords(name)])].map((word) => ({ word, id })),
    ),
    ({ word }) => word,
  )
  const lines = readCsv(text).rows.flatMap(({ line, cells: [text = ''] }) =>
    text === '' ? [] : { line, text },
  )
  const read = lines.map((line) => ({ ...line, found: byWord.get(plainWords(line.text)) ?? [] }))
  const isHeading = ({ line, found }: (typeof read)[number]) =>
    line === 1 && found.length === 0 && read.length > 1
  return {
    ids: [...new Set(read.flatMap(({ found }) => found.map(({ id }) => id)))],
    unknown: read
      .filter((one) => one.found.length === 0 && !isHeading(one))
      .map(({ line, text: cell }) => ({ line, text: cell })),
  }
}

/** The text of a file: UTF-8, UTF-16 where it says so, or the Windows encoding that spreadsheets still write in French. */
export const textOfFile = async (file: Blob): Promise<string> => {
  const bytes = await file.arrayBuffer()
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = new TextDecoder().decode(bytes)
  return utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8
}
