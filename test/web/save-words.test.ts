import { expect, test } from 'vitest'
import { saveWords } from '../../web/editor/save-words.ts'

const when = { now: '2026-11-26T10:00:00.000Z', zone: 'Europe/Paris' }

test('nothing is said to be kept on a device that refuses to keep it', () => {
  expect(saveWords({ kind: 'offline' }, when, true)).toBe('Hors connexion : gardé sur cet appareil')
  for (const kind of ['offline', 'session-expired', 'stale', 'locked'] as const)
    expect(saveWords({ kind }, when, false)).toMatch(/ : seulement dans cette page$/)
})

test('the day is said when it is not today', () => {
  expect(saveWords({ kind: 'saved', at: '2026-11-26T08:05:00.000Z' }, when, true)).toBe('Enregistré à 9 h 05')
  expect(saveWords({ kind: 'saved', at: '2026-11-25T08:05:00.000Z' }, when, true)).toMatch(
    /^Enregistré le .*25/,
  )
})
