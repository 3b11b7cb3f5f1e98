import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarOf, type DeadlineEvent } from '../../forms/calendar.ts'
import { campaignEvent, responseEvent } from '../../forms/calendar-events.ts'
import { deadlineText } from '../../forms/dates.ts'
import { closingInstant } from '../../forms/deadline.ts'
import { takesAnswers } from '../../forms/lifecycle.ts'
import { write } from '../../forms/mails/letter.ts'
import { responseLetter } from '../../forms/mails/response-letters.ts'
import { demoCampaign } from '../support/campaign.ts'
import { calledResponse } from '../support/response.ts'

const ZONES = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Mayotte',
]
const origin = 'https://echeance.example'
const stamp = '2024-06-05T00:00:00.000Z'

const eventOn = (closesAt: string, zone: string): DeadlineEvent =>
  responseEvent(calledResponse('bilan.bauges', { closesAt, zone }), { origin, stamp })

/** What a calendar program makes of it. */
const parsed = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

describe('a deadline in a calendar', () => {
  it.each([
    ['in summer', '2024-07-12', 'Europe/Paris', '2024-07-12T22:00:00.000Z'],
    ['in winter', '2025-01-15', 'Europe/Paris', '2025-01-15T23:00:00.000Z'],
    ['the day clocks go forward', '2024-03-31', 'Europe/Paris', '2024-03-31T22:00:00.000Z'],
    ['the day clocks go back', '2024-10-27', 'Europe/Paris', '2024-10-27T23:00:00.000Z'],
    ['the last day of the year', '2024-12-31', 'Europe/Paris', '2024-12-31T23:00:00.000Z'],
    ['in La Réunion', '2024-07-12', 'Indian/Reunion', '2024-07-12T20:00:00.000Z'],
    ['in Guyane', '2024-07-12', 'America/Cayenne', '2024-07-13T03:00:00.000Z'],
  ])('ends at the instant the form closes, %s', (_, day, zone, instant) => {
    const [event] = parsed(calendarOf('Échéances', [eventOn(closingInstant(day, zone), zone)]))
    expect(event?.endDate.toJSDate().toISOString()).toBe(instant)
    expect(event?.startDate.toString()).toBe(`${day}T23:00:00`)
    expect(event?.endDate.zone?.tzid).toBe(zone)
  })

  it('for every day and zone: the calendar, the mail, the page and the write tell the same instant', () => {
    const days = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const closesAt = closingInstant(day, zone)
        const response = calledResponse('bilan.bauges', { closesAt, zone })
        const [event] = parsed(calendarOf('Échéances', [responseEvent(response, { origin, stamp })]))
        const end = event?.endDate.toJSDate().getTime() ?? 0
        expect(new Date(end).toISOString()).toBe(closesAt)
        expect(takesAnswers(response, new Date(end - 1).toISOString())).toBe(true)
        expect(takesAnswers(response, new Date(end).toISOString())).toBe(false)
        const page = deadlineText(closesAt, zone)
        const letter = responseLetter('call', { response, facts: {}, origin })
        const { text, html } = write(letter, { sender: response.cafName, origin })
        expect(text).toContain(`À transmettre au plus tard : ${page}\n`)
        expect(html).toContain(`<dd>${page}</dd>`)
        expect(event?.description).toContain(page)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps its identity when the deadline moves, so that calendars move it rather than add one', () => {
    const [before] = parsed(calendarOf('É', [eventOn('2024-07-12T22:00:00.000Z', 'Europe/Paris')]))
    const [after] = parsed(calendarOf('É', [eventOn('2024-07-19T22:00:00.000Z', 'Europe/Paris')]))
    expect(after?.uid).toBe(before?.uid)
  })

  it('says what is to do and what it costs, whatever the words hold', () => {
    const response = calledResponse('bilan.bauges', {
      projectName: 'Clas, « a;b\\c »\nsuite',
      consequence: 'Pas de versement de PS.',
    })
    const [event] = parsed(calendarOf('É', [responseEvent(response, { origin, stamp })]))
    expect(event?.summary).toBe('À transmettre : Bilan qualitatif 2023-2024, Clas, « a;b\\c »\nsuite')
    expect(event?.description).toContain('Pas de versement de PS.')
    expect(event?.description).toContain(`${origin}/remplir/`)
  })

  it('names what is asked as its campaign does, and the questionnaire beside where that says something else', () => {
    const named = calledResponse('bilan.bauges', { campaignTitle: 'Enquête de mars, pilotes' })
    const [event] = parsed(calendarOf('É', [responseEvent(named, { origin, stamp })]))
    expect(event?.summary).toBe('À transmettre : Enquête de mars, pilotes, Clas des Bauges')
    expect(event?.description).toContain('Questionnaire : Bilan qualitatif 2023-2024.')
    const same = parsed(calendarOf('É', [responseEvent(calledResponse('b.b'), { origin, stamp })]))
    expect(same[0]?.description).not.toContain('Questionnaire')
  })

  it('holds one calendar of several zones, each with its own rules, and reminds when asked to', () => {
    const text = calendarOf(
      'Échéances',
      ZONES.map((zone, i) => ({ ...eventOn(closingInstant('2026-03-29', zone), zone), uid: String(i) })),
      { alarms: true },
    )
    expect(parsed(text).map(({ endDate }) => endDate.toJSDate().toISOString())).toEqual(
      ZONES.map((zone) => closingInstant('2026-03-29', zone)),
    )
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(2 * ZONES.length)
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('tells a Caf when its campaign closes', () => {
    const [event] = parsed(calendarOf('É', [campaignEvent(demoCampaign(), { origin, stamp })]))
    expect(event?.summary).toBe('Clôture : Bilan qualitatif 2023-2024')
    expect(event?.endDate.toJSDate().toISOString()).toBe('2024-07-12T22:00:00.000Z')
  })

  it('is a calendar even when nothing is due', () => {
    expect(parsed(calendarOf('Échéances', []))).toEqual([])
  })
})
