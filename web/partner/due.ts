// What a partner owes and in what order: pure, counted from the server's clock.
import { takesAnswers } from '../../forms/lifecycle.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'

export type Group = 'due' | 'sent' | 'past'

/** `due`: to transmit before its deadline; `sent`: transmitted and still open, or validated; `past`: the rest. */
export const groupOf = (response: Pick<ResponseSummary, 'status' | 'closesAt'>, now: string): Group => {
  const { status, closesAt } = response
  if (status === 'validated') return closesAt > now ? 'sent' : 'past'
  if (!takesAnswers(response, now)) return 'past'
  return status === 'submitted' ? 'sent' : 'due'
}

/** The responses of each group: due and sent by nearest deadline, past by latest. */
export const groupsOf = <R extends ResponseSummary>(
  responses: readonly R[],
  now: string,
): Record<Group, R[]> => {
  const sorted = responses.toSorted(
    (a, b) => a.closesAt.localeCompare(b.closesAt) || a.projectName.localeCompare(b.projectName, 'fr'),
  )
  const of = (group: Group) => sorted.filter((response) => groupOf(response, now) === group)
  return {
    due: of('due'),
    sent: of('sent'),
    past: of('past').toSorted((a, b) => b.closesAt.localeCompare(a.closesAt)),
  }
}

/** How near a deadline is, for the eye: the last day, the last week, later. */
export const urgencyOf = (closesAt: string, now: string): 'today' | 'week' | 'later' => {
  const hours = (Date.parse(closesAt) - Date.parse(now)) / 3_600_000
  if (hours <= 24) return 'today'
  return hours <= 7 * 24 ? 'week' : 'later'
}
