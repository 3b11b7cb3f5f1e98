// JSON Patch (RFC 6902) on values that never change in place: what a patch leaves alone is shared with the value
// before it. Libraries of it change values in place, and undoing a removal with them puts a key at the end of its
// object; here an undone edit gives back the same text, order of keys included.
import type * as z from 'zod'
import type { Fix } from '../editing-wire.ts'
import { isObject, type Json, keysOfPointer, pointerOf, valueAt } from './json-pointer.ts'

export type Patch = z.infer<typeof Fix>['patch']
type Operation = Patch[number]
type Keys = readonly string[]

/** The value once patched. Throws an Error when an operation leads nowhere: the patch was made for another value. */
export const applyPatch = (value: Json, patch: Patch): Json => patch.reduce(applied, value)

/** The patch that brings back `value`, text for text, from what `patch` makes of it. */
export const inverseOf = (value: Json, patch: Patch): Patch => {
  const undoing: Patch = []
  let state = value
  for (const operation of patch) {
    undoing.unshift(...undo(state, operation))
    state = applied(state, operation)
  }
  return undoing
}

const applied = (state: Json, { op, path, from, value = null }: Operation): Json => {
  const keys = keysOfPointer(path)
  if (op === 'add') return added(state, keys, value)
  if (op === 'remove') return removed(state, keys)
  if (op === 'replace') return replaced(state, keys, value)
  const origin = keysOfPointer(from ?? '')
  return added(removed(state, origin), keys, existing(state, origin))
}

const undo = (state: Json, operation: Operation): Patch => {
  const { op, path, from } = operation
  const keys = keysOfPointer(path)
  if (op === 'replace') return [{ op, path, value: existing(state, keys) }]
  if (op === 'add') return [undoAdding(state, keys)]
  if (op === 'remove') return [undoRemoving(state, keys)]
  const origin = keysOfPointer(from ?? '')
  const without = removed(state, origin)
  return [undoAdding(without, keys), undoRemoving(state, origin)]
}

const undoAdding = (state: Json, keys: Keys): Operation => {
  const parent = valueAt(state, keys.slice(0, -1))
  if (Array.isArray(parent)) {
    const index = keys.at(-1) === '-' ? parent.length : keys.at(-1)
    return { op: 'remove', path: pointerOf([...keys.slice(0, -1), String(index)]) }
  }
  const before = valueAt(state, keys)
  const path = pointerOf(keys)
  return before === undefined ? { op: 'remove', path } : { op: 'replace', path, value: before }
}

/** A key that was not the last of its object comes back at its place with the whole object. */
const undoRemoving = (state: Json, keys: Keys): Operation => {
  const around = keys.slice(0, -1)
  const parent = existing(state, around)
  if (isObject(parent) && Object.keys(parent).at(-1) !== keys.at(-1))
    return { op: 'replace', path: pointerOf(around), value: parent }
  return { op: 'add', path: pointerOf(keys), value: existing(state, keys) }
}

const existing = (state: Json, keys: Keys): Json => {
  const found = valueAt(state, keys)
  if (found === undefined) throw nowhere(keys)
  return found
}

const added = (state: Json, keys: Keys, value: Json): Json =>
  keys.length === 0
    ? value
    : inParent(state, keys, (parent, key) => {
        if (isObject(parent)) return { ...parent, [key]: value }
        const index = key === '-' ? parent.length : indexIn(key, parent.length)
        return parent.toSpliced(index, 0, value)
      })

const removed = (state: Json, keys: Keys): Json =>
  inParent(state, keys, (parent, key) => {
    if (Array.isArray(parent)) return parent.toSpliced(indexIn(key, parent.length - 1), 1)
    if (!Object.hasOwn(parent, key)) throw nowhere(keys)
    return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key))
  })

const replaced = (state: Json, keys: Keys, value: Json): Json => {
  existing(state, keys)
  return keys.length === 0 ? value : inParent(state, keys, (parent, key) => withChild(parent, key, value))
}

type Parent = Json[] | { [key: string]: Json }

const inParent = (state: Json, keys: Keys, change: (parent: Parent, key: string) => Json): Json => {
  const [key, ...rest] = keys
  if (key === undefined || !isParent(state)) throw nowhere(keys)
  if (rest.length === 0) return change(state, key)
  return withChild(state, key, inParent(existing(state, [key]), rest, change))
}

const withChild = (parent: Parent, key: string, value: Json): Json =>
  Array.isArray(parent) ? parent.with(Number(key), value) : { ...parent, [key]: value }

const isParent = (value: Json): value is Parent => Array.isArray(value) || isObject(value)

const indexIn = (key: string, last: number): number => {
  if (!/^(?:0|[1-9]\d*)$/.test(key) || Number(key) > last) throw nowhere([key])
  return Number(key)
}

const nowhere = (keys: Keys): Error => new Error(`nothing to change at ${pointerOf(keys) || 'the root'}`)
