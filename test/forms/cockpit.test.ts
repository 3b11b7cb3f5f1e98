import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { progressOf, situationsOf } from '../../forms/cockpit.ts'
import { ResponseStatus } from '../../forms/nouns/history.ts'
import type { Step } from '../../forms/nouns/response.ts'

const campaign = {
  opensAt: '2024-06-04T22:00:00.000Z',
  closesAt: '2024-07-12T22:00:00.000Z',
  zone: 'Europe/Paris',
}
const stepped = (...steps: readonly (readonly [at: string, status: ResponseStatus])[]) => ({
  status: steps.at(-1)?.[1] ?? 'called',
  steps: steps.map(([at, status]) => ({ at, status })),
  submission: undefined,
})
const drawn = (rows: Parameters<typeof progressOf>[0], now: string) =>
  progressOf(rows, campaign, now).days.map(({ day, counts }) => [
    day.slice(5),
    ...Object.entries(counts).flatMap(([status, count]) => (count > 0 ? `${count} ${status}` : [])),
  ])

describe('how a campaign came along', () => {
  it('counts each response in the status it had at the end of each day', () => {
    const rows = [
      stepped(['2024-06-05T06:00:00.000Z', 'called'], ['2024-06-06T06:00:00.000Z', 'draft']),
      stepped(
        ['2024-06-05T06:00:00.000Z', 'called'],
        ['2024-06-05T07:00:00.000Z', 'submitted'],
        ['2024-06-07T06:00:00.000Z', 'validated'],
      ),
    ]
    expect(drawn(rows, '2024-06-07T09:00:00.000Z')).toEqual([
      ['06-05', '1 called', '1 submitted'],
      ['06-06', '1 draft', '1 submitted'],
      ['06-07', '1 draft', '1 validated'],
    ])
  })

  it('cuts days where the Caf is, not at midnight UTC', () => {
    const rows = [stepped(['2024-06-05T06:00:00.000Z', 'called'], ['2024-06-05T22:30:00.000Z', 'draft'])]
    expect(drawn(rows, '2024-06-06T09:00:00.000Z')).toEqual([
      ['06-05', '1 called'],
      ['06-06', '1 draft'],
    ])
  })

  it('counts what kept no steps from its submission, or from the opening', () => {
    const old = { status: 'missed' as const, steps: undefined, submission: undefined }
    expect(drawn([old], '2024-06-05T09:00:00.000Z')).toEqual([['06-05', '1 missed']])
  })

  it('ends when the campaign closed, or with what was done after it', () => {
    const draft = stepped(['2024-06-05T09:00:00.000Z', 'draft'])
    expect(drawn([draft], '2025-06-05T09:00:00.000Z').at(-1)).toEqual(['07-13', '1 draft'])
    const late = stepped(['2024-06-05T09:00:00.000Z', 'submitted'], ['2024-08-01T09:00:00.000Z', 'validated'])
    expect(drawn([late], '2025-06-05T09:00:00.000Z').at(-1)).toEqual(['08-01', '1 validated'])
  })

  it('ends at what is there now, whatever happened before, in 91 points at most', () => {
    const step = fc.record({
      at: fc
        .integer({ min: 0, max: 400 * 86_400 })
        .map((s) => new Date(Date.parse(campaign.opensAt) + s * 1000).toISOString()),
      status: fc.constantFrom(...ResponseStatus.options),
    })
    const row = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps: Step[]) => {
      const sorted = steps.toSorted((a, b) => a.at.localeCompare(b.at))
      return { status: sorted.at(-1)?.status ?? 'called', steps: sorted, submission: undefined }
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const { days } = progressOf(rows, campaign, '2025-08-01T09:00:00.000Z')
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, n) => all + n, 0)
        const sums = days.map(({ counts }) => sum(counts))
        expect(days.length).toBeLessThanOrEqual(91)
        expect(sums).toEqual(sums.toSorted((a, b) => a - b))
        expect(sums.at(-1)).toBe(rows.length)
        for (const status of ResponseStatus.options)
          expect(days.at(-1)?.counts[status]).toBe(rows.filter((one) => one.status === status).length)
        for (const { counts } of days) expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('what asks for attention', () => {
  const closesAt = '2024-07-12T22:00:00.000Z'
  it.each([
    ['called', undefined, '2024-06-20T09:00:00.000Z', ['non-commence']],
    ['draft', undefined, '2024-06-20T09:00:00.000Z', ['non-commence']],
    ['draft', '2024-06-13T09:00:00.001Z', '2024-06-20T09:00:00.000Z', []],
    ['draft', '2024-06-13T09:00:00.000Z', '2024-06-20T09:00:00.000Z', ['bloque']],
    ['draft', '2024-07-05T09:00:00.000Z', '2024-07-05T22:00:00.000Z', ['urgent']],
    ['to-correct', undefined, '2024-07-05T22:00:00.000Z', []],
    ['called', undefined, '2024-07-12T21:59:59.999Z', ['non-commence', 'urgent']],
    ['draft', '2024-06-13T09:00:00.000Z', '2024-07-12T22:00:00.000Z', ['hors-delai']],
    ['missed', undefined, '2024-07-13T22:00:00.000Z', ['hors-delai']],
    ['submitted', undefined, '2024-07-12T21:00:00.000Z', []],
  ] as const)('of a response that is %s, last furthered %s, at %s: %j', (status, movedAt, now, found) => {
    expect(situationsOf({ status, movedAt, closesAt }, now)).toEqual(found)
  })
})
