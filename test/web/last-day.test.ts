import { expect, it } from 'vitest'
import { lastDayFault } from '../../web/caf/last-day.ts'

it.each([
  ['', 'Choisissez un jour.'],
  ['012026-06-09', 'Choisissez un jour.'],
  ['2026-06-09', 'Ce jour est déjà passé : choisissez un jour à partir d’aujourd’hui.'],
  ['2026-06-10', undefined],
  ['2026-06-11', undefined],
])('of the last day « %s » is said: %s', (lastDay, words) => {
  expect(lastDayFault(lastDay, { zone: 'Europe/Paris', now: '2026-06-10T09:00:00.000Z' })).toBe(words)
})

it('a last day is past by the clock of the Caf', () => {
  const at = { now: '2026-06-10T21:00:00.000Z' }
  expect(lastDayFault('2026-06-10', { ...at, zone: 'Europe/Paris' })).toBeUndefined()
  expect(lastDayFault('2026-06-10', { ...at, zone: 'Indian/Reunion' })).toMatch(/déjà passé/)
})
