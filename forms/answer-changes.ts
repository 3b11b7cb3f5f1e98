// What differs between two sets of answers, field by field: what a correction by the Caf changed, and what came back
// after one was asked.

import type { Answers } from './nouns/scalars.ts'
import { pointer } from './problems.ts'

type Json = Answers[string]
type Branch = { readonly [key: string]: Json }

/** One field: `pointer` leads into the answers; a side is absent where nothing was answered. */
export type AnswerChange = {
  readonly pointer: string
  readonly before?: Json | undefined
  readonly after?: Json | undefined
}

/**
 * The fields that differ: down to the cells of tables and of lists of rows; any other list is one field. A row that
 * only one side has is told whole. In the order of the later answers, those that were taken away last.
 */
export const changesBetween = (before: Answers, after: Answers): AnswerChange[] =>
  changesIn([], before, after)

const changesIn = (path: readonly string[], before: Branch, after: Branch): AnswerChange[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    changeOf([...path, key], own(before, key), own(after, key)),
  )

const changeOf = (
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): AnswerChange[] => {
  const [one, other] = [branchOf(before), branchOf(after)]
  if (one && other && Array.isArray(before) === Array.isArray(after)) return changesIn(path, one, other)
  if (same(before, after)) return []
  return [
    {
      pointer: pointer(...path),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ]
}

/** What has fields of its own: an object, or a list of objects by the place of each. */
const branchOf = (value: Json | undefined): Branch | undefined => {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isObject)
      ? Object.fromEntries(value.map((row, i) => [String(i), row]))
      : undefined
  return value !== undefined && isObject(value) ? value : undefined
}

const isObject = (value: Json): value is Branch & { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (branch: Branch, key: string): Json | undefined =>
  Object.hasOwn(branch, key) ? branch[key] : undefined

/** Neither has fields of its own here, or only one has: lists are compared item by item. */
const same = (before: Json | undefined, after: Json | undefined): boolean => {
  if (before === after) return true
  if (!Array.isArray(before) || !Array.isArray(after)) return false
  return (
    before.length === after.length && before.every((item, i) => changeOf([], item, after[i]).length === 0)
  )
}

/** The questions that these changes are in, each once, in order: pointers of one step. */
export const questionsOf = (changes: readonly AnswerChange[]): string[] => [
  ...new Set(
    changes.map((change) => `/${change.pointer.split('/')[1]?.replace(/-(?:Comment|total)$/, '') ?? ''}`),
  ),
]
