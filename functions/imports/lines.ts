// The lines of a file, each read once: what it is about, by what it is the same as another, and how it is judged.
import type * as z from 'zod'
import { FRENCH } from '../../forms/french-issues.ts'
import type { Identity } from '../../forms/identity.ts'
import { importLines, keysOfLine } from '../../forms/import-lines.ts'
import type { Cells, ImportKind, ImportRow } from '../../forms/imports.ts'
import type { Desk } from './desk.ts'
import { judgeContact, judgeNotification, judgeOrganisation, judgeProject, type Verdict } from './judging.ts'

type Read =
  | {
      readonly identity: Identity
      readonly keys: readonly string[]
      readonly judge: (desk: Desk) => Promise<Verdict>
    }
  | { readonly detail: string }

export type ReadLine = { readonly line: number } & Read

type How<L> = {
  readonly identity: (line: L) => Identity
  readonly keys: (line: L) => readonly string[]
  readonly judge: (line: L, desk: Desk) => Promise<Verdict>
}

const reading =
  <L>(schema: z.ZodType<L>, { identity, keys, judge }: How<L>) =>
  (cells: Cells): Read => {
    const read = schema.safeParse(cells, FRENCH)
    if (!read.success)
      return { detail: [...new Set(read.error.issues.map(({ message }) => message))].join(' ') }
    const line = read.data
    return { identity: identity(line), keys: keys(line), judge: (desk) => judge(line, desk) }
  }

const owner = (line: { organisation: Identity }): Identity => line.organisation

const readers: Record<ImportKind, (cells: Cells) => Read> = {
  organisations: reading(importLines.organisations, {
    identity: (line) => line,
    keys: keysOfLine.organisations,
    judge: judgeOrganisation,
  }),
  projets: reading(importLines.projets, { identity: owner, keys: keysOfLine.projets, judge: judgeProject }),
  collectifs: reading(importLines.collectifs, {
    identity: owner,
    keys: keysOfLine.collectifs,
    judge: judgeNotification,
  }),
  contacts: reading(importLines.contacts, {
    identity: owner,
    keys: keysOfLine.contacts,
    judge: judgeContact,
  }),
}

/** The lines of a file of a kind; one that repeats an earlier one is faulty. */
export const readLines = (kind: ImportKind, rows: readonly ImportRow[]): ReadLine[] => {
  const seen = new Map<string, number>()
  return rows.map(({ line, cells }) => {
    const read = readers[kind](cells)
    if ('detail' in read) return { line, ...read }
    const first = read.keys.map((key) => seen.get(key)).find((earlier) => earlier !== undefined)
    if (first !== undefined) return { line, detail: `Cette ligne répète la ligne ${first}.` }
    for (const key of read.keys) seen.set(key, line)
    return { line, ...read }
  })
}

/** What the lines that could be read are about. */
export const identitiesOf = (lines: readonly ReadLine[]): Identity[] =>
  lines.flatMap((line) => ('identity' in line ? line.identity : []))

/** What a line would do. */
export const judgeLine = async (line: ReadLine, desk: Desk): Promise<Verdict> =>
  'judge' in line ? line.judge(desk) : { is: 'refused', detail: line.detail }
