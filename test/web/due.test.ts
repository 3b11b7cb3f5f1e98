import { describe, expect, it } from 'vitest'
import { shownStatus } from '../../forms/lifecycle.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import { groupOf, groupsOf, missedLately, urgencyOf } from '../../web/partner/due.ts'

const closesAt = '2024-07-12T22:00:00.000Z'
const before = '2024-07-12T21:59:59.999Z'
const response = (id: string, part: Partial<ResponseSummary> = {}): ResponseSummary => ({
  id: `bilan.${id}`,
  campaignId: 'bilan',
  campaignTitle: 'Bilan',
  cafName: 'Caf de la Savoie',
  organisationId: 'asso',
  organisationName: 'Association',
  projectId: id,
  projectName: id,
  formTitle: 'Bilan',
  estimatedMinutes: 25,
  schoolYear: '2023-2024',
  zone: 'Europe/Paris',
  status: 'called',
  closesAt,
  deadlineFrom: 'campaign',
  extensions: true,
  flags: [],
  unread: 0,
  fillUrl: '/remplir/bilan/1/',
  dataMapUrl: '/remplir/bilan/1/preparer/',
  ...part,
})

describe('what a partner owes', () => {
  it.each([
    ['called', before, 'due'],
    ['draft', before, 'due'],
    ['to-correct', before, 'due'],
    ['submitted', before, 'sent'],
    ['validated', before, 'sent'],
    ['called', closesAt, 'past'],
    ['draft', closesAt, 'past'],
    ['submitted', closesAt, 'past'],
    ['validated', closesAt, 'past'],
    ['missed', before, 'past'],
  ] as const)('%s at %s is %s', (status, now, group) => {
    expect(groupOf({ status, closesAt }, now)).toBe(group)
  })

  it('is for reading where none of it is theirs to fill or transmit', () => {
    const forReading = true
    expect(groupOf({ status: 'draft', closesAt, forReading }, before)).toBe('reading')
    expect(groupOf({ status: 'submitted', closesAt, forReading }, before)).toBe('sent')
    expect(groupOf({ status: 'draft', closesAt, forReading }, closesAt)).toBe('past')
  })

  it('is told first where a deadline was missed in the last thirty days, the latest before', () => {
    const of = (days: number, part: Partial<ResponseSummary> = {}) =>
      response(`${days}`, {
        status: 'missed',
        closesAt: new Date(Date.parse(before) - days * 86_400_000).toISOString(),
        ...part,
      })
    // The closing has not been written yet: the deadline alone says it.
    const justNow = of(0, { status: 'draft' })
    const told = missedLately([of(30), of(29), of(3), justNow, of(2, { status: 'submitted' })], before)
    expect(told.map(({ projectName }) => projectName)).toEqual(['0', '3', '29'])
  })

  it('puts the nearest deadline first, and the latest past one', () => {
    const later = '2024-08-12T22:00:00.000Z'
    const groups = groupsOf(
      [
        response('b', { closesAt: later }),
        response('a'),
        response('old', { status: 'missed', closesAt: '2022-07-12T22:00:00.000Z' }),
        response('recent', { status: 'submitted', closesAt: '2023-07-12T22:00:00.000Z' }),
      ],
      before,
    )
    expect(groups.due.map((r) => r.projectName)).toEqual(['a', 'b'])
    expect(groups.past.map((r) => r.projectName)).toEqual(['recent', 'old'])
  })

  it('calls a draft missed from the deadline on, before the closing has written it', () => {
    expect(shownStatus({ status: 'draft', closesAt }, before)).toBe('draft')
    expect(shownStatus({ status: 'draft', closesAt }, closesAt)).toBe('missed')
    expect(shownStatus({ status: 'to-correct', closesAt }, closesAt)).toBe('submitted')
  })

  it('presses on the last day, and less in the last week', () => {
    expect(urgencyOf(closesAt, '2024-07-12T08:00:00.000Z')).toBe('today')
    expect(urgencyOf(closesAt, '2024-07-06T08:00:00.000Z')).toBe('week')
    expect(urgencyOf(closesAt, '2024-06-06T08:00:00.000Z')).toBe('later')
  })
})
