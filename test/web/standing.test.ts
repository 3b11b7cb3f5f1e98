import { expect, test } from 'vitest'
import { remainingText, standingWords } from '../../web/fill/standing.ts'

const closesAt = '2024-07-12T22:00:00.000Z'
const before = '2024-07-09T10:00:00.000Z'
const submission = {
  number: 1,
  id: 'A',
  reference: 'BQ-4M2X-81TZ',
  sha256: '',
  receivedAt: '2024-07-02T08:04:00.000Z',
  by: 'Camille',
  sectionRevisions: { lieu: 2 },
  answers: {},
}
const lieu = (revision: number) => ({ lieu: { answers: {}, revision, savedAt: before, savedBy: 'Camille' } })
const response = { status: 'draft', closesAt, zone: 'Europe/Paris', sections: {} } as const
const sent = { ...response, status: 'submitted', submission, sections: lieu(2) } as const

test('a draft is not transmitted, and says so first', () => {
  expect(standingWords(response, true, before)).toEqual({
    tone: 'warn',
    title: 'Non transmis.',
    text: 'À transmettre avant la fin du vendredi 12 juillet 2024 à 23 h 59 (heure de Paris). Il reste 3 jours.',
  })
})

test('a submission is told with its time and reference, and until when it may be replaced', () => {
  const words = standingWords(sent, false, before)
  expect(words).toMatchObject({ tone: 'ok', title: 'Transmis le mardi 2 juillet 2024 à 10 h 04.' })
  expect(words.text).toMatch(/Modifiable jusqu’au vendredi 12 juillet 2024.*BQ-4M2X-81TZ/)
})

test('changes since a submission are told, wherever they are', () => {
  const title = 'Transmis le mardi 2 juillet 2024 à 10 h 04 ; des modifications ne sont pas transmises.'
  expect(standingWords(sent, true, before).title).toBe(title)
  expect(standingWords({ ...sent, sections: lieu(3) }, false, before).title).toBe(title)
  expect(standingWords(sent, true, closesAt)).toMatchObject({ tone: 'warn', title })
})

test('at the very instant of the deadline a draft is a missed one', () => {
  expect(standingWords(response, false, closesAt)).toMatchObject({
    tone: 'stop',
    title: 'Non transmis, échéance passée.',
  })
})

test.each([
  ['2024-07-09T22:00:00.000Z', 'Il reste 3 jours.'],
  ['2024-07-10T22:00:00.001Z', 'Il reste 47 h.'],
  ['2024-07-12T19:30:00.000Z', 'Il reste 2 h.'],
  ['2024-07-12T20:30:00.000Z', 'Il reste 90 min.'],
  ['2024-07-12T21:59:18.500Z', 'Il reste 42 s.'],
  ['2024-07-13T00:00:00.000Z', 'Il reste 0 s.'],
])('at %s, %s', (now, text) => {
  expect(remainingText(now, closesAt)).toBe(text)
})
