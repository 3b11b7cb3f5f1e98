import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineBadge, deadlineText, instantText, timeLeftText, zoneName } from '../../forms/dates.ts'
import { addDays, closingInstant, localDay, startOfDay } from '../../forms/deadline.ts'
import { assertTakesAnswers, takesAnswers, whyClosed } from '../../forms/lifecycle.ts'

const PARIS = 'Europe/Paris'
const OVERSEAS = [
  'Indian/Reunion',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Mayotte',
]

describe('a deadline', () => {
  it.each([
    ['2024-07-12', PARIS, '2024-07-12T22:00:00.000Z'],
    ['2025-01-15', PARIS, '2025-01-15T23:00:00.000Z'],
    ['2024-03-30', PARIS, '2024-03-30T23:00:00.000Z'],
    ['2024-03-31', PARIS, '2024-03-31T22:00:00.000Z'],
    ['2024-10-27', PARIS, '2024-10-27T23:00:00.000Z'],
    ['2024-12-31', PARIS, '2024-12-31T23:00:00.000Z'],
    ['2024-07-12', 'Indian/Reunion', '2024-07-12T20:00:00.000Z'],
    ['2024-07-12', 'America/Cayenne', '2024-07-13T03:00:00.000Z'],
  ])('on %s in %s closes at %s, exclusive', (day, zone, instant) => {
    expect(closingInstant(day, zone)).toBe(instant)
  })

  it('refuses a day or a zone that does not exist', () => {
    expect(() => closingInstant('2024-02-30', PARIS)).toThrow(RangeError)
    expect(() => closingInstant('2024-07-12', 'Europe/Atlantide')).toThrow(RangeError)
  })

  it('for every day and zone: the last millisecond of the day is in, the next is out, and the text agrees', () => {
    const days = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom(PARIS, ...OVERSEAS), (day, zone) => {
        const closesAt = closingInstant(day, zone)
        const last = new Date(Date.parse(closesAt) - 1).toISOString()
        expect(localDay(last, zone)).toBe(day)
        expect(localDay(closesAt, zone)).toBe(addDays(day, 1))
        expect(startOfDay(addDays(day, 1), zone)).toBe(closesAt)
        expect(takesAnswers({ status: 'draft', closesAt }, last)).toBe(true)
        expect(takesAnswers({ status: 'draft', closesAt }, closesAt)).toBe(false)
        const text = deadlineText(closesAt, zone)
        expect(text).toContain(' à 23 h 59 (')
        expect(text).toContain(String(Number(day.slice(8))))
        expect(text).toContain(day.slice(0, 4))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a deadline in words', () => {
  it('is the last minute in which the form is open', () => {
    expect(deadlineText('2024-07-12T22:00:00.000Z', PARIS)).toBe(
      'vendredi 12 juillet 2024 à 23 h 59 (heure de Paris)',
    )
    expect(deadlineText('2024-07-01T22:00:00.000Z', PARIS)).toContain('lundi 1er juillet 2024')
    expect(deadlineBadge('2024-07-12T22:00:00.000Z', PARIS)).toEqual({ day: '12', month: 'juillet 2024' })
  })

  it('is told in both times overseas', () => {
    expect(deadlineText('2024-07-12T20:00:00.000Z', 'Indian/Reunion')).toBe(
      'vendredi 12 juillet 2024 à 23 h 59 (heure de La Réunion), soit 21 h 59 (heure de Paris)',
    )
    expect(deadlineText('2024-07-13T04:00:00.000Z', 'America/Martinique')).toBe(
      'vendredi 12 juillet 2024 à 23 h 59 (heure de la Martinique), soit le samedi 13 juillet 2024 à 5 h 59 (heure de Paris)',
    )
    expect(zoneName('America/New_York')).toBe('heure de New York')
  })

  it('says seconds for a receipt', () => {
    expect(instantText('2024-07-12T19:47:03.123Z', PARIS, { seconds: true })).toBe(
      'vendredi 12 juillet 2024 à 21 h 47 min 03 s',
    )
  })

  it.each([
    ['2024-07-09T10:00:00.000Z', 'dans 3 jours'],
    ['2024-07-11T21:59:00.000Z', 'demain'],
    ['2024-07-11T22:01:00.000Z', 'aujourd’hui'],
    ['2024-07-12T21:48:00.000Z', 'il reste 12 min'],
    ['2024-07-12T21:59:50.000Z', 'il reste 10 s'],
    ['2024-07-12T22:00:00.000Z', 'échéance passée'],
  ])('at %s says %s', (now, text) => {
    expect(timeLeftText(now, '2024-07-12T22:00:00.000Z', PARIS)).toBe(text)
  })
})

describe('a response', () => {
  const closesAt = '2024-07-12T22:00:00.000Z'
  const before = '2024-07-12T21:59:59.999Z'

  it('takes answers until its deadline, unless it is missed or validated', () => {
    for (const status of ['called', 'draft', 'submitted', 'to-correct'] as const) {
      expect(whyClosed({ status, closesAt }, before)).toBeUndefined()
      expect(whyClosed({ status, closesAt }, closesAt)).toBe('closed')
    }
    expect(whyClosed({ status: 'missed', closesAt }, before)).toBe('closed')
    expect(whyClosed({ status: 'validated', closesAt }, before)).toBe('locked')
  })

  it('refuses by name', () => {
    expect(() => assertTakesAnswers({ status: 'draft', closesAt }, closesAt)).toThrow(
      expect.objectContaining({ name: 'form-closed' }),
    )
    expect(() => assertTakesAnswers({ status: 'validated', closesAt }, before)).toThrow(
      expect.objectContaining({ name: 'response-locked' }),
    )
  })
})
