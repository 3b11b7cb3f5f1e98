import { describe, expect, it } from 'vitest'
import type { Finding } from '../../forms/findings.ts'
import { contradictionsAt } from '../../web/fill/contradiction-mark.tsx'
import { sectionState } from '../../web/fill/section-state.ts'

const complete = {
  conflicts: 0,
  mayFill: true,
  isBegun: true,
  missing: { faulty: 0, lacking: 0 },
  checks: { blocking: 0, unexplained: 0 },
  carried: 0,
}

describe('what is said of a section beside its title', () => {
  it('counts what contradicts with what cannot be taken, before what is lacking', () => {
    const missing = { faulty: 2, lacking: 7 }
    expect(sectionState({ ...complete, missing })).toEqual({ kind: 'to-correct', count: 2 })
    const checks = { blocking: 1, unexplained: 3 }
    expect(sectionState({ ...complete, missing, checks })).toEqual({ kind: 'to-correct', count: 3 })
    expect(sectionState({ ...complete, missing: { faulty: 0, lacking: 7 }, checks })).toEqual({
      kind: 'to-correct',
      count: 1,
    })
  })

  it('goes from what is gravest to what is complete', () => {
    const lacking = { ...complete, missing: { faulty: 0, lacking: 7 } }
    expect(sectionState({ ...lacking, conflicts: 1 })).toEqual({ kind: 'to-decide', count: 1 })
    expect(sectionState(lacking)).toEqual({ kind: 'to-complete', count: 7 })
    expect(sectionState({ ...complete, checks: { blocking: 0, unexplained: 3 } })?.kind).toBe('to-explain')
    expect(sectionState({ ...complete, carried: 2 })).toEqual({ kind: 'to-confirm', count: 2 })
    expect(sectionState(complete)).toEqual({ kind: 'done' })
    expect(sectionState({ ...complete, mayFill: false })).toEqual({ kind: 'read-only' })
    expect(sectionState({ ...complete, isBegun: false })).toBeUndefined()
    const untaken = { faulty: 1, lacking: 7 }
    expect(sectionState({ ...complete, isBegun: false, missing: untaken })?.kind).toBe('to-correct')
  })
})

describe('what is said at a field of its contradictions', () => {
  it('is what blocks and leads to it, or into it', () => {
    const finding = (pointer: string, kind: Finding['kind'] = 'blocking'): Finding => ({
      ...{ rule: 'R1', kind, pointer },
      message: 'Elle vient avant la première.',
    })
    const all = [finding('/seance'), finding('/seances/0/jour'), finding('/seance', 'warning')]
    expect(contradictionsAt(all, 'seance')).toEqual([all[0]])
    expect(contradictionsAt(all, 'seances')).toEqual([all[1]])
  })
})
