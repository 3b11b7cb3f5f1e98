// How far a draft came, without reading it: by quarters of a section, kept on the response when a save changes one.
// That is four writes a section at most, so that an index may carry it; autosaves otherwise leave indexes alone.
import { lackingIn } from './mails/missing.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'

const QUARTERS = 4
/** A draft that came no further for this long is stuck. */
const STUCK_DAYS = 7
const DAY_MS = 86_400_000

/** How many quarters of a section are answered, of its required questions; begun, a section without any is whole. */
export const quartersOf = (form: FormVersion, section: string, answers: Answers): number => {
  const asked = askedIn(form, section)
  if (asked === 0) return QUARTERS
  return Math.floor((QUARTERS * (asked - lackingIn(form, section, answers).length)) / asked)
}

/** How far a draft came, in percent of what is required: an estimate, by quarters of its sections. */
export const percentOf = (form: FormVersion, quarters: Readonly<Record<string, number>>): number => {
  const parts = form.info.sections.map(({ name }) => ({
    weight: Math.max(1, askedIn(form, name)),
    share: (quarters[name] ?? 0) / QUARTERS,
  }))
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return Math.floor((100 * parts.reduce((sum, { weight, share }) => sum + weight * share, 0)) / whole)
}

/** Whether a draft has come no further for a week. */
export const isStuck = (
  { status, movedAt }: { status: Response['status']; movedAt?: string | undefined },
  now: string,
): boolean =>
  status === 'draft' && movedAt !== undefined && Date.parse(now) - Date.parse(movedAt) >= STUCK_DAYS * DAY_MS

const known = new WeakMap<FormVersion, Map<string, number>>()

/** How many questions of a section are required whatever the answers; counted once a version. */
const askedIn = (form: FormVersion, section: string): number => {
  const counts = known.get(form) ?? new Map<string, number>()
  known.set(form, counts)
  const asked = counts.get(section) ?? lackingIn(form, section, {}).length
  counts.set(section, asked)
  return asked
}
