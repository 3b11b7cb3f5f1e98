import { describe, expect, it } from 'vitest'
import { remindedToday } from '../../web/caf/reminded-today.ts'

const TODAY = { zone: 'Europe/Paris', now: '2026-06-10T14:00:00.000Z' }
const row = (projectName: string, remindedAt?: string) => ({ projectName, remindedAt })

describe('who was reminded today already', () => {
  it('is nobody when the last reminder is of another day, in the zone of the campaign', () => {
    expect(remindedToday([row('A'), row('B', '2026-06-09T21:59:00.000Z')], TODAY)).toBeUndefined()
    expect(remindedToday([row('B', '2026-06-09T22:01:00.000Z')], TODAY)).toBe(
      'Déjà relancé aujourd’hui : B (0 h 01).',
    )
  })

  it('is named with the hour of each, the latest first', () => {
    const rows = [
      row('Bauges', '2026-06-10T07:05:00.000Z'),
      row('Val'),
      row('Lac', '2026-06-10T12:32:00.000Z'),
    ]
    expect(remindedToday(rows, TODAY)).toBe('Déjà relancés aujourd’hui : Lac (14 h 32) et Bauges (9 h 05).')
  })

  it('is counted beyond the first five', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => row(name, '2026-06-10T12:32:00.000Z'))
    expect(remindedToday(rows, TODAY)).toMatch(/e \(14 h 32\) et 2 autres\.$/)
  })
})
