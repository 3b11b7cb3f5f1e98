import type * as z from 'zod'

type Json = z.core.util.JSONType

type JsonObject = { [key: string]: Json }

/** The keys of either object whose values differ, those of the later first. */
export const differingKeys = (before: JsonObject, after: JsonObject): string[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) => !isSame(ownValue(before, key), ownValue(after, key)),
  )

/** What an object says under a key: `constructor` and the like are said by none unless it does. */
export const ownValue = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

/** Whether two JSON values say the same, whatever the order of their keys. */
export const isSame = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, i) => isSame(item, other[i]))
    )
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}
