// Doing what an import prepared, as long work: some lines at a time, each judged again as things stand then.
import { Problem } from '../../forms/problems.ts'
import type { Work } from '../campaigns/run.ts'
import {
  getImport,
  IMPORT_JOB,
  type Import,
  listImportLines,
  markImported,
  markRefused,
} from '../store/imports.ts'
import { putJob } from '../store/jobs.ts'
import { openDesk } from './desk.ts'
import type { Verdict } from './judging.ts'
import { identitiesOf, judgeLine, readLines } from './lines.ts'

const LINES_AT_ONCE = 20

/** Has a confirmed import due, unless it is. */
export const armImport = ({ id, confirmedAt }: Pick<Import, 'id' | 'confirmedAt'>): Promise<boolean> =>
  confirmedAt === undefined
    ? Promise.resolve(false)
    : putJob(id, { name: IMPORT_JOB, kind: 'import', dueAt: confirmedAt })

export const importing: Work = {
  partitions: ['lines'],
  page: async ({ job: { campaignId: id }, from }) => {
    const { kind, cafId, confirmedAt: at = '', confirmedBy: by = '' } = await getImport(id)
    const rows = await listImportLines(id)
    const start = Number(from ?? 0)
    const lines = readLines(kind, rows.slice(start, start + LINES_AT_ONCE))
    const desk = await openDesk({ cafId, at, by, importId: id }, identitiesOf(lines))
    const counts: Record<string, number> = {}
    for (const line of lines) {
      const done = await carriedOut(await judgeLine(line, desk))
      if (done.is === 'refused') await markRefused(id, line.line, done.detail)
      counts[done.is] = (counts[done.is] ?? 0) + 1
    }
    const next = start + lines.length
    return { handled: lines.length, counts, next: next < rows.length ? String(next) : undefined }
  },
  finish: async ({ campaignId: id }, now) => {
    await markImported(id, now)
  },
}

/** Does what a line asks; what was refused meanwhile, because others came first, is told and leaves the rest alone. */
const carriedOut = async (verdict: Verdict): Promise<Verdict> => {
  if (verdict.is === 'refused') return verdict
  try {
    await verdict.write()
    return verdict
  } catch (error) {
    if (error instanceof Problem) return { is: 'refused', detail: error.message }
    throw error
  }
}
