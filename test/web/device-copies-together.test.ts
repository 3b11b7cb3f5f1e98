import { expect, test } from 'vitest'
import { type DeviceCopy, together } from '../../web/fill/device-store.ts'

const copy = (
  revision: number,
  mine: DeviceCopy['mine'],
  answers: DeviceCopy['mine'] = { a: 1 },
): DeviceCopy => ({
  base: { answers, revision },
  mine,
  conflicts: [],
  changedAt: '2024-07-12T12:32:00.000Z',
  unacknowledged: [],
})

test('keeps what two tabs answered without network in different questions', () => {
  expect(together(copy(1, { a: 1, b: 2 }), copy(1, { a: 1, c: 3 })).mine).toEqual({ a: 1, b: 2, c: 3 })
})

test('asks where they answered one question otherwise', () => {
  const both = together(copy(1, { a: 2 }), copy(1, { a: 3 }))
  expect(both.conflicts).toEqual([{ path: ['a'], mine: 2, theirs: 3 }])
})

test('goes on from what the server acknowledged last', () => {
  const both = together(copy(2, { a: 1, d: 4, e: 5 }, { a: 1, d: 4 }), copy(1, { a: 1, b: 2 }))
  expect(both.base.revision).toBe(2)
  expect(both.mine).toEqual({ a: 1, b: 2, d: 4, e: 5 })
})
