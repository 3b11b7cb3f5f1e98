import { describe, expect, it } from 'vitest'
import { drawn, tickDays } from '../../web/caf/chart-shape.ts'

const counts = { called: 0, draft: 0, submitted: 0, 'to-correct': 0, validated: 0, missed: 0 }
const size = { width: 100, height: 10 }

describe('the drawing of a campaign’s progress', () => {
  it('lays each status on the one before, the most there ever were at the top', () => {
    const days = [
      { day: '2024-06-05', counts: { ...counts, called: 2 } },
      { day: '2024-06-06', counts: { ...counts, called: 2, submitted: 2 } },
    ]
    expect(drawn(days, ['submitted', 'draft', 'called'], size)).toEqual([
      { status: 'submitted', points: '0,10 100,5 100,10 0,10' },
      { status: 'called', points: '0,5 100,0 100,5 0,10' },
    ])
  })

  it('draws one day alone as wide as all, and nothing of nothing', () => {
    const one = [{ day: '2024-06-05', counts: { ...counts, draft: 1 } }]
    expect(drawn(one, ['draft'], size)).toEqual([{ status: 'draft', points: '0,0 100,0 100,10 0,10' }])
    expect(drawn([{ day: '2024-06-05', counts }], ['draft'], size)).toEqual([])
    expect(tickDays(one)).toEqual(['2024-06-05'])
  })
})
