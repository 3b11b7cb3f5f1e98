// What is said of a section beside its title: the first thing it needs, or that it is complete.
import type { Counts } from '../shared/findings.ts'
import type { SectionState } from './section-nav.tsx'
import type { Missing } from './survey-options.ts'

type Facts = {
  readonly conflicts: number
  readonly mayFill: boolean
  readonly isBegun: boolean
  /** Undefined until it was counted. */
  readonly missing: Missing | undefined
  /** What the rules of the questionnaire found. */
  readonly checks: Counts
  /** Answers of another year that nobody has confirmed. */
  readonly carried: number
}

/** What contradicts is to correct as much as what cannot be taken: both are counted, before what is lacking. */
export const sectionState = (facts: Facts): SectionState | undefined => {
  const { conflicts, mayFill, isBegun, missing, checks, carried } = facts
  if (conflicts > 0) return { kind: 'to-decide', count: conflicts }
  if (!mayFill) return { kind: 'read-only' }
  if (missing === undefined || !(isBegun || missing.faulty > 0)) return undefined
  const wrong = missing.faulty + checks.blocking
  if (wrong > 0) return { kind: 'to-correct', count: wrong }
  if (missing.lacking > 0) return { kind: 'to-complete', count: missing.lacking }
  if (checks.unexplained > 0) return { kind: 'to-explain', count: checks.unexplained }
  return carried > 0 ? { kind: 'to-confirm', count: carried } : { kind: 'done' }
}
