import { createHash, randomUUID } from 'node:crypto'
import type { ImportPreview, PrepareImport } from '../../forms/import-wire.ts'
import { type LineFault, lineText, readImportTable } from '../../forms/imports.ts'
import { Problem, pointer } from '../../forms/problems.ts'
import { putImport } from '../store/imports.ts'
import { forEachFew } from '../store/throttling.ts'
import { type Asked, openDesk } from './desk.ts'
import type { Verdict } from './judging.ts'
import { identitiesOf, judgeLine, readLines } from './lines.ts'

const AT_ONCE = 20
const MOST_SHOWN = 100

/**
 * What a file would do. Nothing changes; when no line is faulty it is kept, under the id by which it is confirmed.
 * Throws `invalid-request` when it cannot be read at all.
 */
export const prepareImport = async (
  { kind, fileName, text }: Omit<PrepareImport, 'cafId'>,
  asked: Asked,
): Promise<ImportPreview> => {
  const table = readImportTable(kind, text)
  if ('fault' in table) throw unreadable(table.fault)
  const lines = readLines(kind, table.rows)
  const desk = await openDesk(asked, identitiesOf(lines))
  const verdicts = new Map<number, Verdict>()
  await forEachFew(lines, AT_ONCE, async (line) => {
    verdicts.set(line.line, await judgeLine(line, desk))
  })
  const judged = lines.flatMap(({ line }) => {
    const verdict = verdicts.get(line)
    return verdict ? [{ line, verdict }] : []
  })
  const refused = judged.flatMap(({ line, verdict }): LineFault[] =>
    verdict.is === 'refused' ? [{ line, detail: verdict.detail }] : [],
  )
  const faults = [...table.faults, ...refused].toSorted((a, b) => a.line - b.line)
  const texts = new Map(table.rows.map(({ line, cells }) => [line, lineText(cells)]))
  const count = (is: Verdict['is']) => judged.filter(({ verdict }) => verdict.is === is).length
  const counts = { new: count('new'), changed: count('changed'), same: count('same') }
  const total = lines.length
  const id = faults.length > 0 ? undefined : newId(asked.cafId)
  if (id !== undefined) {
    const { cafId, by, at: preparedAt } = asked
    const prepared = { id, cafId, kind, fileName, preparedAt, by, total, foreseen: counts, refused: {} }
    await putImport(prepared, table.rows)
  }
  return {
    ...(id === undefined ? {} : { id }),
    ...{ kind, fileName, total, counts, faulty: faults.length, now: asked.at },
    faults: faults.slice(0, MOST_SHOWN).map((fault) => ({ ...fault, text: texts.get(fault.line) })),
    notes: judged
      .flatMap(({ line, verdict }) =>
        verdict.is !== 'refused' && verdict.note ? [{ line, detail: verdict.note }] : [],
      )
      .slice(0, MOST_SHOWN),
    items: judged
      .flatMap(({ line, verdict }) =>
        verdict.is === 'new' || verdict.is === 'changed'
          ? [{ line, is: verdict.is, label: verdict.label }]
          : [],
      )
      .slice(0, MOST_SHOWN),
  }
}

const unreadable = (detail: string): Problem =>
  new Problem('invalid-request', detail, { errors: [{ pointer: pointer('text'), detail }] })

const newId = (cafId: string): string =>
  `import-${createHash('sha256').update(`${cafId} ${randomUUID()}`).digest('hex').slice(0, 16)}`
