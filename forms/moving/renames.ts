// What somebody renamed while editing, in order: between a version that a campaign asks and the one it goes on with, it
// says which question, choice or row took which name, so that nobody has to guess it again.
import * as z from 'zod'
import type { Question } from '../definition.ts'
import { readDefinition } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import { inside, type Mapping, noMapping } from './mapping.ts'
import { offeredBy, pairsOf } from './mapping-faults.ts'
import { withFollower } from './suggest.ts'

type Asked = Pick<FormVersion, 'definition'>

export const Rename = z.object({
  part: z.enum(['questions', 'choices', 'rows']),
  /** The question's path when it was renamed: `/budget`, `/budget/montant`. */
  path: z.string(),
  /** The choice or row, by value as text. */
  value: z.string().optional(),
  to: z.string(),
})
export type Rename = z.infer<typeof Rename>

/** Kept in order; what is renamed again under a name it had before was undone in between. */
export const withRename = (renames: readonly Rename[], rename: Rename): Rename[] => [
  ...renames.filter(
    ({ part, path, value }) => part !== rename.part || path !== rename.path || value !== rename.value,
  ),
  rename,
]

/** The names that a question, choice or row had before the one it has now, the latest first. */
export const formerNames = (renames: readonly Rename[], now: Omit<Rename, 'to'>): string[] => {
  const last = renames.findLast((one) => one.part === now.part && isNow(one, now))
  if (!last) return []
  const before = renames.slice(0, renames.indexOf(last))
  return [nameOf(last), ...formerNames(before, last)]
}

const isNow = ({ part, path, to }: Rename, now: Omit<Rename, 'to'>): boolean =>
  part === 'questions' ? inside(around(path), to) === now.path : path === now.path && to === now.value

const nameOf = ({ path, value }: Omit<Rename, 'to'>): string =>
  value ??
  path
    .slice(around(path).length + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')

const around = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** What the renames come to between two versions: nothing for what kept its name, nor for what is there no more. */
export const mappingOf = (renames: readonly Rename[], from: Asked, to: Asked): Mapping => {
  const lines = renames.reduce(followed, linesOf(readDefinition(from).questions, ''))
  const questions = lines.reduce((mapping, { first, path }) => {
    const name = nameOf({ part: 'questions', path })
    const pair =
      name === nameOf({ part: 'questions', path: first }) ? undefined : pairAt(from, to, mapping, first)
    // One that goes on under its own name was renamed and named so again.
    if (!pair || pair.next || !pair.among.some((one) => one.name === name)) return mapping
    return withFollower(mapping, { part: 'questions', path: first }, name)
  }, noMapping)
  return lines.reduce(
    (mapping, line) => withValues(mapping, line, pairAt(from, to, mapping, line.first)?.next),
    questions,
  )
}

const pairAt = (from: Asked, to: Asked, mapping: Mapping, path: string) =>
  pairsOf(from, to, mapping).find((pair) => pair.path === path)

/** A question of the older version, by its path there and then, with the names its choices and rows came to. */
type Line = {
  readonly first: string
  readonly path: string
  readonly choices: ReadonlyMap<string, string>
  readonly rows: ReadonlyMap<string, string>
}

const linesOf = (questions: readonly Question[], at: string): Line[] =>
  questions.flatMap((question) => {
    const path = inside(at, question.name)
    return [
      {
        ...{ first: path, path },
        choices: new Map(offeredBy(question).map((value) => [value, value])),
        rows: new Map(question.rows.map(({ value }) => [String(value), String(value)])),
      },
      ...linesOf(question.fields, path),
    ]
  })

const followed = (lines: readonly Line[], { part, path, value, to }: Rename): Line[] =>
  lines.map((line) => {
    if (part === 'questions') {
      const isIt = line.path === path || line.path.startsWith(`${path}/`)
      return isIt ? { ...line, path: inside(around(path), to) + line.path.slice(path.length) } : line
    }
    if (line.path !== path) return line
    return {
      ...line,
      [part]: new Map([...line[part]].map(([first, now]) => [first, now === value ? to : now])),
    }
  })

const withValues = (mapping: Mapping, line: Line, next: Question | undefined): Mapping => {
  const offered = { choices: offeredBy(next), rows: (next?.rows ?? []).map(({ value }) => String(value)) }
  const changed = (['choices', 'rows'] as const).flatMap((part) =>
    [...line[part]].flatMap(([value, name]) =>
      value !== name && !offered[part].includes(value) && offered[part].includes(name)
        ? [{ part, path: line.first, value, name }]
        : [],
    ),
  )
  return changed.reduce((made, { name, ...orphan }) => withFollower(made, orphan, name), mapping)
}

/** Every question by its path, every choice and row by `placeOf`. */
export const pathsIn = (questions: readonly Question[]): Set<string> =>
  new Set(
    linesOf(questions, '').flatMap(({ path, choices, rows }) => [
      path,
      ...[...choices.keys()].map((value) => placeOf({ part: 'choices', path, value })),
      ...[...rows.keys()].map((value) => placeOf({ part: 'rows', path, value })),
    ]),
  )

/** What answers keep something under, as one text. */
export const placeOf = ({ part, path, value }: Omit<Rename, 'to'>): string =>
  value === undefined ? path : `${part} ${path} ${value}`

/** The same under another name. */
export const underName = (now: Omit<Rename, 'to'>, name: string): Omit<Rename, 'to'> =>
  now.part === 'questions' ? { ...now, path: inside(around(now.path), name) } : { ...now, value: name }
