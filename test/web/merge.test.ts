import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldAt, merge, sameAnswer, withField } from '../../web/fill/merge.ts'

const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor')
const leaf = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
)
const row = fc.dictionary(key, leaf, { maxKeys: 3, noNullPrototype: true })
const matrix = fc.dictionary(key, row, { maxKeys: 3, noNullPrototype: true })
const answers = fc.dictionary(key, fc.oneof(leaf, row, matrix), { maxKeys: 4, noNullPrototype: true })

test('keeps what each side changed when they changed different questions', () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, left, right) => {
      const mine = { ...base, left }
      const theirs = { ...base, right }
      const { merged, conflicts } = merge(base, mine, theirs)
      expect(conflicts).toEqual([])
      expect(sameAnswer(merged, { ...base, left, right })).toBe(true)
    }),
  )
})

test('takes the only side that changed', () => {
  fc.assert(
    fc.property(answers, answers, (base, changed) => {
      expect(merge(base, changed, base)).toEqual({ merged: changed, conflicts: [] })
      expect(sameAnswer(merge(base, base, changed).merged, changed)).toBe(true)
      expect(merge(base, base, changed).conflicts).toEqual([])
    }),
  )
})

test('is settled: merging the result again changes nothing and asks nothing', () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const { merged } = merge(base, mine, theirs)
      const again = merge(theirs, merged, theirs)
      expect(sameAnswer(again.merged, merged)).toBe(true)
      expect(again.conflicts).toEqual([])
    }),
  )
})

test('loses no value of either side: each field of mine is merged, in conflict, or was changed by them alone', () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const { merged, conflicts } = merge(base, mine, theirs)
      for (const { path, mine: own, theirs: others } of conflicts) {
        expect(sameAnswer(fieldAt(mine, path), own)).toBe(true)
        expect(sameAnswer(fieldAt(theirs, path), others)).toBe(true)
        expect(sameAnswer(fieldAt(merged, path), others)).toBe(true)
      }
      const chosen = conflicts.reduce((all, { path, mine: own }) => withField(all, path, own), merged)
      expect(merge(theirs, chosen, theirs).conflicts).toEqual([])
    }),
  )
})

test('reports a conflict per cell of a matrix, and keeps theirs in it', () => {
  const base = { participants: { college: { filles: 1, garcons: 1 } } }
  const mine = { participants: { college: { filles: 2, garcons: 1 } } }
  const theirs = { participants: { college: { filles: 3, garcons: 4 } } }
  expect(merge(base, mine, theirs)).toEqual({
    merged: theirs,
    conflicts: [{ path: ['participants', 'college', 'filles'], mine: 2, theirs: 3 }],
  })
})

test('compares lists as a whole', () => {
  const { merged, conflicts } = merge({ locaux: ['ecole'] }, { locaux: ['ecole', 'lycee'] }, { locaux: [] })
  expect(merged).toEqual({ locaux: [] })
  expect(conflicts).toEqual([{ path: ['locaux'], mine: ['ecole', 'lycee'], theirs: [] }])
})

test('keeps a deletion, and sees one against a change as a conflict', () => {
  expect(merge({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 })).toEqual({ merged: { b: 2 }, conflicts: [] })
  expect(merge({ a: 1 }, {}, { a: 2 })).toEqual({
    merged: { a: 2 },
    conflicts: [{ path: ['a'], mine: undefined, theirs: 2 }],
  })
})

test('sets and removes one field', () => {
  expect(withField({ m: { r: { c: 1, d: 2 } } }, ['m', 'r', 'c'], 5)).toEqual({ m: { r: { c: 5, d: 2 } } })
  expect(withField({ m: { r: { c: 1 } }, a: 1 }, ['m', 'r', 'c'], undefined)).toEqual({ a: 1 })
})
