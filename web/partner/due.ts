// What a partner owes and in what order: pure, counted from the server's clock.
import { shownStatus, takesAnswers } from '../../forms/lifecycle.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'

export type Group = 'due' | 'reading' | 'sent' | 'past'

type Asked = Pick<ResponseSummary, 'status' | 'closesAt' | 'forReading'>

/**
 * `due`: to transmit before its deadline; `reading`: the same where none of it is this person's to fill or transmit;
 * `sent`: transmitted and still open, or validated; `past`: the rest.
 */
export const groupOf = (response: Asked, now: string): Group => {
  const { status, closesAt } = response
  if (status === 'validated') return closesAt > now ? 'sent' : 'past'
  if (!takesAnswers(response, now)) return 'past'
  if (status === 'submitted') return 'sent'
  return response.forReading ? 'reading' : 'due'
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
    reading: of('reading'),
    sent: of('sent'),
    past: of('past').toSorted((a, b) => b.closesAt.localeCompare(a.closesAt)),
  }
}

const MISSED_MATTERS_MS = 30 * 24 * 3_600_000

/** What was missed in the last thirty days, the latest first: it may still be put right with the Caf. */
export const missedLately = <R extends ResponseSummary>(responses: readonly R[], now: string): R[] =>
  responses
    .filter((response) => shownStatus(response, now) === 'missed')
    .filter(({ closesAt }) => Date.parse(now) - Date.parse(closesAt) < MISSED_MATTERS_MS)
    .toSorted((a, b) => b.closesAt.localeCompare(a.closesAt))

/** How near a deadline is, for the eye: the last day, the last week, later. */
export const urgencyOf = (closesAt: string, now: string): 'today' | 'week' | 'later' => {
  const hours = (Date.parse(closesAt) - Date.parse(now)) / 3_600_000
  if (hours <= 24) return 'today'
  return hours <= 7 * 24 ? 'week' : 'later'
}
