// What turns one JSON value into another, as JSON Patch: order of keys included, so that an exported text is the
// text that was typed.
import type { Patch } from './json-patch.ts'
import { isObject, type Json, type JsonObject, pointerOf } from './json-pointer.ts'

type Keys = readonly (string | number)[]

/** The patch from one value to the other; empty when they are the same text. */
export const patchBetween = (from: Json, to: Json, at: Keys = []): Patch => {
  if (isSameJson(from, to)) return []
  if (Array.isArray(from) && Array.isArray(to)) return betweenLists(from, to, at)
  if (isObject(from) && isObject(to) && keepsOrder(from, to)) return betweenObjects(from, to, at)
  return [{ op: 'replace', path: pointerOf(at), value: to }]
}

/** The same value, with its keys in the same order. */
export const isSameJson = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, i) => isSameJson(item, other[i]))
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  const others = Object.keys(other)
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && isSameJson(one[key], other[key]))
  )
}

const betweenObjects = (from: JsonObject, to: JsonObject, at: Keys): Patch => {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key))
  return [
    ...gone.map((key) => ({ op: 'remove' as const, path: pointerOf([...at, key]) })),
    ...Object.entries(to).flatMap(([key, value]): Patch => {
      const before = Object.hasOwn(from, key) ? from[key] : undefined
      return before === undefined
        ? [{ op: 'add', path: pointerOf([...at, key]), value }]
        : patchBetween(before, value, [...at, key])
    }),
  ]
}

/** Keys that stay keep their order and new ones come after: otherwise no patch but of the whole gives that order. */
const keepsOrder = (from: JsonObject, to: JsonObject): boolean => {
  const kept = Object.keys(from).filter((key) => Object.hasOwn(to, key))
  return Object.keys(to).every((key, i) => (i < kept.length ? key === kept[i] : !Object.hasOwn(from, key)))
}

/** What both begin and end with stays; what is between is compared item by item. */
const betweenLists = (from: readonly Json[], to: readonly Json[], at: Keys): Patch => {
  const shortest = Math.min(from.length, to.length)
  let start = 0
  while (start < shortest && isSameJson(from[start], to[start])) start++
  let end = 0
  while (end < shortest - start && isSameJson(from.at(-1 - end), to.at(-1 - end))) end++
  const [old, fresh] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  const paired = Math.min(old.length, fresh.length)
  const place = (i: number): string => pointerOf([...at, start + i])
  return [
    ...old.slice(0, paired).flatMap((item, i) => {
      const next = fresh[i]
      return next === undefined ? [] : patchBetween(item, next, [...at, start + i])
    }),
    ...old.slice(paired).map(() => ({ op: 'remove' as const, path: place(paired) })),
    ...fresh.slice(paired).map((value, i) => ({ op: 'add' as const, path: place(paired + i), value })),
  ]
}
