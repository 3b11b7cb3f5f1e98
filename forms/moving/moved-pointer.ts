// Where a pointer into the answers of one version leads in those of the next.
import { type Question, readDefinition } from '../definition.ts'
import { pointer } from '../problems.ts'
import { inside, type Mapping, questionFor, rowFor } from './mapping.ts'
import type { Step } from './move-answers.ts'

/** The same answer's place after these steps; undefined once a question on its way is gone. */
export const movedPointer = (steps: readonly Step[], at: string): string | undefined =>
  steps.reduce<string | undefined>((found, step) => found && movedOnce(step, found), at)

/** The names of the question that a top-level question becomes at each step: none once it is gone. */
export const movedName = (steps: readonly Step[], name: string): string | undefined =>
  steps.reduce<string | undefined>((found, step) => found && nameAfter(step, found), name)

const nameAfter = ({ to, mapping }: Step, name: string): string | undefined =>
  questionFor(mapping, inside('', name), name, readDefinition(to).questions)?.name

const movedOnce = ({ from, to, mapping }: Step, at: string): string | undefined => {
  const parts = partsOf(at)
  const moved = walk(
    parts,
    { read: readDefinition(from).questions, next: readDefinition(to).questions, at: '' },
    mapping,
  )
  return moved && pointer(...moved)
}

/** The steps of a pointer. */
export const partsOf = (at: string): string[] =>
  at
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

type Place = { readonly read: readonly Question[]; readonly next: readonly Question[]; readonly at: string }

const walk = (
  [name, ...rest]: readonly string[],
  { read, next, at }: Place,
  mapping: Mapping,
): readonly string[] | undefined => {
  if (name === undefined) return []
  const suffix =
    ['-Comment', '-total'].find((one) => name.endsWith(one) && !read.some((q) => q.name === name)) ?? ''
  const plain = suffix ? name.slice(0, -suffix.length) : name
  const old = read.find((question) => question.name === plain)
  const path = inside(at, plain)
  const found = old && questionFor(mapping, path, plain, next)
  if (!old || !found) return undefined
  const here = found.name + suffix
  const [first, ...others] = rest
  if (first === undefined || suffix) return [here, ...rest]
  const fields = { read: old.fields, next: found.fields, at: path }
  if (old.type === 'multipletext') return joined([here], walk(rest, fields, mapping))
  const row = old.rows.length > 0 ? rowFor(mapping, path, first) : first
  return joined([here, row], old.fields.length > 0 ? walk(others, fields, mapping) : others)
}

const joined = (start: readonly string[], rest: readonly string[] | undefined) => rest && [...start, ...rest]
