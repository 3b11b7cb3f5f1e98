import type { Asked } from '../exports/asked.ts'
import { pointer } from '../problems.ts'

/** Where people write freely: the texts of these questions, those inside others, and what stands beside choices. */
export const textPathsOf = (questions: readonly Asked[], at = ''): string[] =>
  questions.flatMap(({ name, kind, fields, rows, hasComment }) => {
    const path = at + pointer(name)
    const beside = hasComment ? [at + pointer(`${name}-Comment`)] : []
    if (kind === 'text') return [path, ...beside]
    if (kind === 'list') return [...textPathsOf(fields, `${path}/*`), ...beside]
    if (kind === 'group') return [...textPathsOf(fields, path), ...beside]
    if (kind !== 'table') return beside
    return rows.flatMap(({ value }) => textPathsOf(fields, path + pointer(String(value))))
  })
