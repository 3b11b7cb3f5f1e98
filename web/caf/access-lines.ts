// Opening a dossier reads several things of it at once: one row of the log tells them together.
import type { Access, AccessKind } from '../../forms/accesses.ts'

/** What somebody did at one moment: the line itself, and all that was read with it, in the order it was. */
export type AccessRow = { readonly line: Access; readonly whats: readonly AccessKind[] }

const TOGETHER_MS = 60_000

/** The lines of a log, the latest first, as rows: readings of one dossier by one person within a minute are one. */
export const rowsOf = (lines: readonly Access[]): AccessRow[] => {
  const rows: AccessRow[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    if (last && areTogether(last.line, line)) {
      // The earliest stands for the moment.
      rows[rows.length - 1] = { line, whats: [...new Set([line.what, ...last.whats])] }
    } else rows.push({ line, whats: [line.what] })
  }
  return rows
}

const areTogether = (later: Access, earlier: Access): boolean =>
  isReading(later) &&
  isReading(earlier) &&
  later.email === earlier.email &&
  later.response !== undefined &&
  later.response === earlier.response &&
  Date.parse(later.at) - Date.parse(earlier.at) < TOGETHER_MS

const isReading = ({ what }: Access): boolean => what.endsWith('-read') || what === 'documents-listed'
