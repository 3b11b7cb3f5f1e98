import { describe, expect, it } from 'vitest'
import { dayFault } from '../../forms/day-bounds.ts'

const date = { inputType: 'date' }

describe('a day', () => {
  it.each([
    ['2024-09-02', date],
    ['1900-01-01', date],
    ['2999-12-31', date],
    ['2999-12', { inputType: 'month' }],
    ['1900-01', { inputType: 'month' }],
    ['1850-05-01', { ...date, min: '1800-01-01' }],
    ['3050-05-01', { ...date, max: '3100-01-01' }],
    ['2999-12-31T23:59', { inputType: 'datetime-local' }],
    ['', date],
    ['douze', { inputType: 'text' }],
  ])('%s may stand', (value, bounds) => {
    expect(dayFault(value, bounds)).toBeUndefined()
  })

  it.each([
    ['9999-12-31', date, 'Vérifiez l’année\u00a0: la date doit être avant le 31 décembre 2999.'],
    ['20245-01-02', date, 'Vérifiez l’année\u00a0: la date doit être avant le 31 décembre 2999.'],
    ['0012-01-01', date, 'Vérifiez l’année\u00a0: la date doit être après le 1er janvier 1900.'],
    [
      '0012-01',
      { inputType: 'month' },
      'Vérifiez l’année\u00a0: la date doit être après le 1er janvier 1900.',
    ],
    ['2024-08-31', { ...date, min: '2024-09-01' }, 'La date doit être le 1er septembre 2024 ou après.'],
    ['2025-07-01', { ...date, max: '2025-06-30' }, 'La date doit être le 30 juin 2025 ou avant.'],
    [
      '2024-09-01T08:15',
      { inputType: 'datetime-local', min: '2024-09-01T08:30' },
      'La date doit être le 1er septembre 2024 à 08\u00a0h\u00a030 ou après.',
    ],
    [
      '12024-09-01T08:15',
      { inputType: 'datetime-local' },
      'Vérifiez l’année\u00a0: la date doit être avant le 31 décembre 2999.',
    ],
    ['2024-08-31', { ...date, min: '2024-09-01', minErrorText: 'À la rentrée.' }, 'À la rentrée.'],
  ])('%s is refused in French', (value, bounds, words) => {
    expect(dayFault(value, bounds)).toBe(words)
  })
})
