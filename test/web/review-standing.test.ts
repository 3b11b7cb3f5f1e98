import { describe, expect, it } from 'vitest'
import type { ResponseView } from '../../forms/response-wire.ts'
import { isToSend, standingOf } from '../../web/fill/review-standing.ts'

const closesAt = '2024-07-12T22:00:00.000Z'
const before = '2024-07-12T21:59:59.999Z'

const section = (revision: number) => ({ answers: {}, revision, savedAt: before, savedBy: 'Camille Martin' })
const submission: ResponseView['submission'] = {
  number: 1,
  id: 'ABC',
  reference: 'BQ-4M2X-81TZ',
  sha256: 'a'.repeat(64),
  receivedAt: '2024-07-10T08:00:00.000Z',
  by: 'Camille Martin',
  sectionRevisions: { lieu: 2 },
  answers: {},
}
const sent = { submission, sections: { lieu: section(2) } }
const nothing = { sections: {} }

describe('what a dossier is worth', () => {
  it.each([
    ['called', before, nothing, 'never-sent'],
    ['draft', before, { sections: { lieu: section(3) } }, 'never-sent'],
    ['submitted', before, sent, 'sent'],
    ['submitted', before, { submission, sections: { lieu: section(3) } }, 'changed'],
    ['submitted', before, { submission, sections: { lieu: section(2), public: section(1) } }, 'changed'],
    ['to-correct', before, sent, 'to-correct'],
    ['validated', before, sent, 'locked'],
    ['validated', closesAt, sent, 'locked'],
    ['draft', closesAt, nothing, 'missed'],
    ['missed', closesAt, nothing, 'missed'],
    ['submitted', closesAt, sent, 'closed'],
    ['to-correct', closesAt, sent, 'closed'],
  ] as const)('%s at %s is as it should read', (status, now, facts, standing) => {
    expect(standingOf({ status, closesAt, ...facts }, now)).toBe(standing)
  })

  it('has something to transmit only while it is open and differs from what counts', () => {
    const standings = ['never-sent', 'sent', 'changed', 'to-correct', 'missed', 'closed', 'locked'] as const
    expect(standings.filter(isToSend)).toEqual(['never-sent', 'changed', 'to-correct'])
  })
})
