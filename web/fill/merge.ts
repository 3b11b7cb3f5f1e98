// Two people, or one person in two tabs, changed the same section. What only one of them changed is kept from
// both; what both changed to different values is a conflict, and a person decides (design §3).
import type { Answers } from '../../forms/nouns/scalars.ts'

type Json = Answers[string]
type Branch = { readonly [key: string]: Json }
/** One side of a comparison: `undefined` is an answer that is not there. */
type Side = Json | undefined

/** An answer that both sides changed, each to its own value. `path` begins with the question's name. */
export type Conflict = { readonly path: readonly string[]; readonly mine: Side; readonly theirs: Side }

/**
 * Three-way merge of a section, field by field: deep in objects (rows and cells of a matrix), lists as a whole.
 * A field in conflict holds theirs, which the server has; the person's own value waits in `conflicts`.
 */
export const merge = (
  base: Answers,
  mine: Answers,
  theirs: Answers,
): { merged: Answers; conflicts: Conflict[] } => {
  const conflicts: Conflict[] = []
  return { merged: mergeBranch([], { base, mine, theirs }, conflicts), conflicts }
}

/** Whether two answers say the same; the order of keys says nothing. */
export const sameAnswer = (a: Side, b: Side): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameAnswer(item, b[i]))
  if (!isBranch(a) || !isBranch(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameAnswer(own(a, key), own(b, key)))
}

/** The answers with one field set, or removed when `value` is undefined; rows left empty go with their last cell. */
export const withField = (answers: Answers, path: readonly string[], value: Side): Answers => {
  const [key, ...rest] = path
  if (key === undefined) return answers
  const inner = own(answers, key)
  const set = rest.length === 0 ? value : pruned(withField(isBranch(inner) ? inner : {}, rest, value))
  const kept = Object.entries(answers).filter(([name]) => name !== key)
  return Object.fromEntries(set === undefined ? kept : [...kept, [key, set]])
}

/** Whether two paths lead to the same field. */
export const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, i) => key === b[i])

/** The value at a path; undefined when nothing is there. */
export const fieldAt = (answers: Answers, path: readonly string[]): Side =>
  path.reduce<Side>((value, key) => (isBranch(value) ? own(value, key) : undefined), answers)

type Three<T> = { readonly base: T; readonly mine: T; readonly theirs: T }

const mergeBranch = (path: readonly string[], three: Three<Branch>, conflicts: Conflict[]): Answers => {
  const keys = new Set([...Object.keys(three.theirs), ...Object.keys(three.mine)])
  const fields = [...keys].flatMap((key): [string, Json][] => {
    const sides = { base: own(three.base, key), mine: own(three.mine, key), theirs: own(three.theirs, key) }
    const value = mergeField([...path, key], sides, conflicts)
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(fields)
}

const mergeField = (path: readonly string[], three: Three<Side>, conflicts: Conflict[]): Side => {
  const { base, mine, theirs } = three
  if (sameAnswer(mine, theirs) || sameAnswer(mine, base)) return theirs
  if (sameAnswer(theirs, base)) return mine
  if (isBranch(mine) && isBranch(theirs)) {
    return mergeBranch(path, { base: isBranch(base) ? base : {}, mine, theirs }, conflicts)
  }
  conflicts.push({ path, mine, theirs })
  return theirs
}

const isBranch = (value: Side): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (branch: Branch, key: string): Side => (Object.hasOwn(branch, key) ? branch[key] : undefined)

const pruned = (answers: Answers): Side => (Object.keys(answers).length > 0 ? answers : undefined)
