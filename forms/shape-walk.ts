// The walk over answers that every check of shape-values.ts shares: where it is, what it found, what it may drop.

import type { Answers } from './nouns/scalars.ts'
import { type Fault, pointer } from './problems.ts'

export type Json = Answers[string]
export type Item = Record<string, Json>

/** A computed value somebody sent: compared with ours at submission, dropped from a draft. */
export type Claim = { path: readonly (string | number)[]; title: string; value: Json }

export type Walk = {
  readonly path: (string | number)[]
  readonly faults: Fault[]
  readonly claims: Claim[]
  /** Values of the server's, by top-level question. */
  readonly prefilled: Answers
}

/** Returns the value to keep, or undefined when it counts as no answer, is computed, or was refused. */
export type Check = (value: Json, walk: Walk) => Json | undefined

const MAX_FAULTS = 100

/** Notes a fault where the walk stands; after a hundred, no more are noted. */
export const refuse = (walk: Walk, detail: string): undefined => {
  if (walk.faults.length < MAX_FAULTS) walk.faults.push({ pointer: pointer(...walk.path), detail })
  return undefined
}

/** Runs a check one step deeper. */
export const step = (key: string | number, value: Json, check: Check, walk: Walk): Json | undefined => {
  walk.path.push(key)
  const kept = check(value, walk)
  walk.path.pop()
  return kept
}

export const isItem = (value: Json | undefined): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An object whose every key has a check; other keys, those of Object.prototype among them, are refused.
 * Keys without an answer are left out, and an object that keeps none counts as no answer.
 */
export const itemOf =
  (title: string, checks: ReadonlyMap<string, Check>, unknown: (key: string) => string): Check =>
  (value, walk) => {
    if (!isItem(value)) return refuse(walk, `« ${title} » : un objet est attendu, par nom.`)
    const kept: Item = {}
    let some = false
    for (const key of Object.keys(value)) {
      const check = checks.get(key)
      const answer = step(key, value[key] ?? null, check ?? refusing(unknown(key)), walk)
      if (answer === undefined) continue
      kept[key] = answer
      some = true
    }
    return some ? kept : undefined
  }

/** A list of items, at most `max`; an empty list counts as no answer, an empty item keeps its place. */
export const listOf =
  (title: string, item: Check, max: number, what: string): Check =>
  (value, walk) => {
    if (!Array.isArray(value)) return refuse(walk, `« ${title} » : une liste est attendue.`)
    if (value.length > max)
      return refuse(walk, `« ${title} » : ${value.length} ${what} pour ${max} au plus. Retirez-en.`)
    if (value.length === 0) return undefined
    return value.map((one, i) => step(i, one, item, walk) ?? {})
  }

/** A check that refuses whatever is there. */
export const refusing =
  (detail: string): Check =>
  (_value, walk) =>
    refuse(walk, detail)

/** Whether two JSON values are the same, whatever the order of keys. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((v, i) => sameJson(v, b[i]))
  if (!isItem(a) || !isItem(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
