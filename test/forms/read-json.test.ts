import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, keysOfPointer, valueAt } from '../../forms/editing/json-pointer.ts'
import { placeOf, readJson } from '../../forms/editing/read-json.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const json = fc.jsonValue({ maxDepth: 4 })

test('what it takes for JSON is what the browser takes for JSON', () => {
  const broken = fc
    .tuple(
      json,
      fc.nat(300),
      fc.nat(3),
      fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', '0', '-', '.', 'e', ' ', '\n', '\t', 'x'),
    )
    .map(([value, at, erased, put]) => {
      const text = JSON.stringify(value, null, 1)
      const place = at % (text.length + 1)
      return text.slice(0, place) + put + text.slice(place + erased)
    })
  fc.assert(
    fc.property(
      fc.oneof(
        broken,
        fc.string(),
        json.map((it) => JSON.stringify(it)),
      ),
      (text) => {
        expect(readJson(text).fault === undefined).toBe(isJson(text))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('each value stands where it is said to stand', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value, null, 2)
      const read: Json = JSON.parse(text)
      for (const [pointer, { from, to }] of readJson(text).places) {
        const keys = keysOfPointer(pointer)
        const there = text.slice(from, to)
        const bare = valueAt(read, keys)
        const last = keys.at(-1)
        const isKeyed = last !== undefined && there.startsWith(`${JSON.stringify(last)}:`)
        expect(JSON.parse(isKeyed ? `{${there}}` : there)).toEqual(
          isKeyed ? JSON.parse(`{${JSON.stringify(last)}:${JSON.stringify(bare)}}`) : bare,
        )
      }
    }),
  )
})

test.each([
  ['', 0, 'vide'],
  ['{"a": 1 "b": 2}', 8, 'Il manque une virgule'],
  ['{"a": 1,}', 7, 'virgule de trop'],
  ['{"a" 1}', 5, 'deux-points'],
  ['{a: 1}', 1, 'nom d’une propriété'],
  ["{'a': 1}", 1, 'nom d’une propriété'],
  ['{"a": }', 6, 'Il manque une valeur'],
  ['{"a": \'b\'}', 6, 'guillemets droits'],
  ['{"a": "b\n}', 6, 'guillemet'],
  ['{"a": "\\x"}', 7, 'barre'],
  ['{"a": [1, 2}', 11, 'Il manque une virgule, ou « ] »'],
  ['{\n"a": [\n1', 10, 'rien ne ferme « [ » de la ligne 2'],
  ['{} {}', 3, 'après la fin'],
  ['// note', 0, 'commentaire'],
])('says in French what is wrong: %j', (text, at, words) => {
  const { fault } = readJson(text)
  expect(fault?.from).toBe(at)
  expect(fault?.words).toContain(words)
})

test('a key that stands twice is told, with the line of the first', () => {
  expect(readJson('{\n"a": 1,\n"b": {"a": 2},\n"a": 3}').twice).toEqual([
    expect.objectContaining({ from: 25, words: expect.stringContaining('ligne 2') }),
  ])
})

test('a hundred thousand brackets are refused in words', () => {
  expect(readJson('['.repeat(100_000)).fault?.words).toContain('profondément')
})

test('what is not there is found at what is around it', () => {
  const { places } = readJson('{"pages": [{"name": "a"}]}')
  expect(placeOf(places, '/pages/0/elements/3/title')).toEqual({ from: 11, to: 24 })
  expect(placeOf(places, '/none')).toEqual({ from: 0, to: 26 })
})
