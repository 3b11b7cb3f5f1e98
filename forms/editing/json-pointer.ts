// JSON pointers (RFC 6901), and what they lead to in a JSON value.
import type * as z from 'zod'

export type Json = z.core.util.JSONType
export type JsonObject = { [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `/pages/0/a~1b` as `['pages', '0', 'a/b']`; `''` is the whole, an empty list. Throws on what is no pointer. */
export const keysOfPointer = (pointer: string): string[] => {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new Error(`« ${pointer} » is no JSON pointer`)
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export const pointerOf = (keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What stands there, or undefined. */
export const valueAt = (value: Json | undefined, keys: readonly string[]): Json | undefined => {
  const [key, ...rest] = keys
  if (key === undefined || value === undefined) return value
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d*)$/.test(key) ? valueAt(value[Number(key)], rest) : undefined
  return isObject(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined
}

/** A value as JSON has it: what is undefined is not there. */
export const plainJson = (value: object): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined))
