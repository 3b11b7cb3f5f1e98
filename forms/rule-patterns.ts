// Where coherence rules, as a draft holds them, point into the answers: a draft may hold anything, so what is not as
// expected is passed over.
import { isObject, type Json, type JsonObject } from './editing/json-pointer.ts'

/** A pattern of a check, and where it stands in the check. */
export type RulePattern = { readonly path: readonly (string | number)[]; readonly pattern: string }

/** The patterns of a check that lead into the answers of its own form: an operand with `form` reads another's. */
export const patternsOf = (check: JsonObject): RulePattern[] => [
  ...['pointer', 'text', 'first', 'last'].flatMap((key) => patternAt(check[key], [key])),
  ...listAt(check.values, ['values']),
  ...['left', 'right', 'when'].flatMap((key) => operandAt(check[key], key)),
]

/** The rules of a draft, and the checks of a rule. */
export const rulesIn = (info: JsonObject): JsonObject[] => objectsIn(info.coherence)
export const checksIn = (rule: JsonObject): JsonObject[] => objectsIn(rule.checks)

const operandAt = (operand: Json | undefined, key: string): RulePattern[] =>
  isObject(operand) && operand.form === undefined
    ? [...listAt(operand.sum, [key, 'sum']), ...patternAt(operand.count, [key, 'count'])]
    : []

const listAt = (list: Json | undefined, path: RulePattern['path']): RulePattern[] =>
  Array.isArray(list) ? list.flatMap((pattern, i) => patternAt(pattern, [...path, i])) : []

const patternAt = (pattern: Json | undefined, path: RulePattern['path']): RulePattern[] =>
  typeof pattern === 'string' ? [{ path, pattern }] : []

const objectsIn = (list: Json | undefined): JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : [])
