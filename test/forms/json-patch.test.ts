import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameJson, patchBetween } from '../../forms/editing/json-diff.ts'
import { applyPatch, inverseOf, type Patch } from '../../forms/editing/json-patch.ts'
import { type Json, keysOfPointer, pointerOf } from '../../forms/editing/json-pointer.ts'

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)))

test('a pointer and its keys say the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(keysOfPointer(pointerOf(keys))).toEqual(keys)
    }),
  )
})

test('applying the difference of two values gives the second one, to the letter', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      expect(JSON.stringify(applyPatch(from, patchBetween(from, to)))).toBe(JSON.stringify(to))
    }),
  )
})

test('undoing gives back the value before, to the letter, and what was given is untouched', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      const before = JSON.stringify(from)
      const patch = patchBetween(from, to)
      const undone = applyPatch(applyPatch(from, patch), inverseOf(from, patch))
      expect(JSON.stringify(undone)).toBe(before)
      expect(JSON.stringify(from)).toBe(before)
    }),
  )
})

test('nothing is to be done between a value and itself', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(patchBetween(value, structuredClone(value))).toEqual([])
      expect(isSameJson(value, structuredClone(value))).toBe(true)
    }),
  )
})

const moves: [string, Json, Patch, Json][] = [
  ['adds in the middle of a list', [1, 3], [{ op: 'add', path: '/1', value: 2 }], [1, 2, 3]],
  ['adds at the end of a list', { a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
  [
    'replaces a key that is there by adding it',
    { a: 1, b: 2 },
    [{ op: 'add', path: '/a', value: 3 }],
    { a: 3, b: 2 },
  ],
  ['removes a key', { a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
  ['moves down a list', ['a', 'b', 'c'], [{ op: 'move', from: '/0', path: '/2' }], ['b', 'c', 'a']],
  [
    'moves from a list to another',
    { x: ['a'], y: ['b'] },
    [{ op: 'move', from: '/x/0', path: '/y/-' }],
    { x: [], y: ['b', 'a'] },
  ],
  ['moves a key', { a: 1, b: { c: 2 } }, [{ op: 'move', from: '/a', path: '/b/d' }], { b: { c: 2, d: 1 } }],
  ['replaces the whole', { a: 1 }, [{ op: 'replace', path: '', value: [2] }], [2]],
  [
    'takes __proto__ for a key like another',
    {},
    [{ op: 'add', path: '/__proto__', value: 1 }],
    JSON.parse('{"__proto__":1}'),
  ],
]

test.each(moves)('%s, and back', (_, before, patch, after) => {
  expect(JSON.stringify(applyPatch(before, patch))).toBe(JSON.stringify(after))
  expect(JSON.stringify(applyPatch(after, inverseOf(before, patch)))).toBe(JSON.stringify(before))
})

test.each([
  [{ op: 'remove' as const, path: '/none' }],
  [{ op: 'replace' as const, path: '/list/3', value: 1 }],
  [{ op: 'add' as const, path: '/list/01', value: 1 }],
  [{ op: 'add' as const, path: '/none/deeper', value: 1 }],
  [{ op: 'move' as const, from: '/none', path: '/list/0' }],
  [{ op: 'add' as const, path: 'list', value: 1 }],
])('refuses to change what is not there: %o', (operation) => {
  expect(() => applyPatch({ list: [1] }, [operation])).toThrow(/nothing to change|no JSON pointer/)
})
