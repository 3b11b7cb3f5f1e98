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
