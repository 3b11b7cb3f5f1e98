// The coherence rules of a draft follow a question that is renamed; without one that is deleted, checks lose what read
// it, or go when nothing is left to check, and their rule with the last of them.
import { patternsOf } from '../rule-patterns.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { type Change, changedList, changedOperand, changedPattern } from './patterns.ts'
import type { Target } from './references.ts'

/** The rules under the new name of what they read, or without it. The same when none reads it. */
export const changedRules = (rules: Json, change: Change): Json =>
  Array.isArray(rules) ? changedList(rules, (rule) => changedRule(rule, change)) : rules

/** In words, each rule that reads a question. */
export const ruleWords = (rules: Json | undefined, target: Target): string[] =>
  Array.isArray(rules)
    ? rules.flatMap((rule) =>
        isObject(rule) && changedRule(rule, { target, to: undefined }) !== rule
          ? [`la règle de cohérence ${calledRule(rule)}`]
          : [],
      )
    : []

/** « R4 « Le compte 86 égale le compte 87 » » */
export const calledRule = ({ id, title }: JsonObject): string =>
  [typeof id === 'string' ? id : '', typeof title === 'string' && title ? `« ${title} »` : '']
    .filter(Boolean)
    .join(' ')

const changedRule = (rule: Json, change: Change): Json | undefined => {
  if (!isObject(rule) || !Array.isArray(rule.checks)) return rule
  const checks = changedList(rule.checks, (check) => changedCheck(check, change))
  if (checks === rule.checks) return rule
  return checks.length === 0 ? undefined : { ...rule, checks }
}

const changedCheck = (check: Json, change: Change): Json | undefined => {
  if (!isObject(check)) return check
  const parts = Object.entries(check).map(([key, value]): [string, Json | undefined] => [
    key,
    (CHANGED.get(key) ?? same)(value, change),
  ])
  if (parts.every(([key, value]) => value === check[key])) return check
  const left = Object.fromEntries(
    parts.flatMap(([key, value]): [string, Json][] => (value === undefined ? [] : [[key, value]])),
  )
  if (parts.every(([key, value]) => value !== undefined || key === 'pointer')) return shownSomewhere(left)
  return undefined
}

type Changed = (value: Json, change: Change) => Json | undefined

const same: Changed = (value) => value

const changedValues: Changed = (values, change) => {
  if (!Array.isArray(values)) return values
  const left = changedList(values, (pattern) => changedPattern(pattern, change))
  return left.length === 0 && values.length > 0 ? undefined : left
}

const CHANGED: ReadonlyMap<string, Changed> = new Map([
  ...['pointer', 'text', 'first', 'last'].map((key): [string, Changed] => [key, changedPattern]),
  ...['left', 'right', 'when'].map((key): [string, Changed] => [key, changedOperand]),
  ['values', changedValues],
])

/** What is found is shown by a question: by one that is read, when the one that was said is gone. */
const shownSomewhere = (check: JsonObject): JsonObject | undefined => {
  if (check.check !== 'compare' || check.pointer !== undefined) return check
  const [read] = patternsOf(check)
  return read && { ...check, pointer: read.pattern.replace(/(?:-total\/|\/\*).*$/, '') }
}
