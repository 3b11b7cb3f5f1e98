import type { ImportView } from '../../forms/import-wire.ts'
import { IMPORT_JOB, type Import } from '../store/imports.ts'
import { findJob } from '../store/jobs.ts'

/** An import as it stands: what its preview foresaw, then what was done. */
export const importView = async (
  { refused, foreseen, ...kept }: Import,
  now: string,
): Promise<ImportView> => {
  const { id, kind, fileName, preparedAt, by, total } = kept
  const job = kept.confirmedAt === undefined ? undefined : await findJob(id, IMPORT_JOB)
  const { new: fresh = 0, changed = 0, same = 0 } = job?.counts ?? {}
  return {
    ...{ id, kind, fileName, preparedAt, by, total, now },
    status: statusOf(kept),
    handled: job?.handled ?? 0,
    counts: kept.confirmedAt === undefined ? foreseen : { new: fresh, changed, same },
    refused: Object.entries(refused)
      .map(([line, detail]) => ({ line: Number(line), detail }))
      .toSorted((a, b) => a.line - b.line),
  }
}

/** Where an import stands. */
export const statusOf = ({
  confirmedAt,
  doneAt,
}: Pick<Import, 'confirmedAt' | 'doneAt'>): ImportView['status'] => {
  if (confirmedAt === undefined) return 'prepared'
  return doneAt === undefined ? 'running' : 'done'
}
