// The states of a response and the legal moves between them (design §2). The store turns a move's `from`
// into the condition of the one write that makes it; nothing else may change a status.

import type { ResponseStatus } from './nouns/history.ts'
import type { Response } from './nouns/response.ts'
import { Problem } from './problems.ts'

type Move = { readonly from: readonly ResponseStatus[]; readonly to: ResponseStatus }

export const moves = {
  /** A first draft is saved. */
  start: { from: ['called'], to: 'draft' },
  /** A draft of what a campaign called is given up: it is to begin again, as it was called. */
  giveUp: { from: ['draft'], to: 'called' },
  /** Answers are transmitted; the last submission stands until a new one replaces it. */
  submit: { from: ['called', 'draft', 'submitted', 'to-correct'], to: 'submitted' },
  /** The closing found no submission. */
  miss: { from: ['called', 'draft'], to: 'missed' },
  /** More time is given to what was missed: it is a draft again, or still to begin. */
  reopen: { from: ['missed'], to: 'draft' },
  reopenUnbegun: { from: ['missed'], to: 'called' },
  /** A correction the Caf asked for was not sent in time: the earlier submission stands again. */
  lapse: { from: ['to-correct'], to: 'submitted' },
  /** The Caf asks for a correction; the submission still stands. */
  askCorrection: { from: ['submitted'], to: 'to-correct' },
  /** The Caf corrects what was submitted, in the partner's place: what was asked of the partner is asked no more. */
  correct: { from: ['submitted', 'to-correct'], to: 'submitted' },
  /** The Caf validates what was submitted: it is locked from then on. */
  validate: { from: ['submitted'], to: 'validated' },
  /** The Caf takes its validation back: the submission stands, to be looked at again. */
  withdraw: { from: ['validated'], to: 'submitted' },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof moves

/** What more time may be given to, keeping its status: whatever is neither missed nor validated. */
export const extendable = ['called', 'draft', 'submitted', 'to-correct'] as const satisfies ResponseStatus[]

/** What may be given up whole where nobody was called: what somebody started by themself and never transmitted. */
export const removable = ['called', 'draft'] as const satisfies ResponseStatus[]

/**
 * What a missed response is again once it has more time: a draft only if somebody had begun one, and not given it up.
 * Where its steps are not at hand, or were not kept from the start, it is taken for begun.
 */
export const reopenedAs = ({ steps = [] }: Partial<Pick<Response, 'steps'>>): 'called' | 'draft' => {
  const begun = steps.findLast(({ status }) => status === 'called' || status === 'draft')
  return steps[0]?.status === 'called' && begun?.status === 'called' ? 'called' : 'draft'
}

/** What a closing must settle once its deadline has passed. */
const unsettled = ['called', 'draft', 'to-correct'] as const satisfies ResponseStatus[]

/** Whether a closing must still settle a response of this status. */
export const isUnsettled = ({ status }: Pick<Response, 'status'>): boolean =>
  unsettled.some((open) => open === status)

/** What people read for each status. */
export const statusWords: Record<ResponseStatus, string> = {
  called: 'À commencer',
  draft: 'Brouillon, non transmis',
  submitted: 'Transmis',
  'to-correct': 'À corriger',
  validated: 'Validé par la Caf',
  missed: 'Non transmis, échéance passée',
}

/**
 * Why a response takes no answers at `at` (ISO UTC): `locked` once validated, `closed` from the deadline on;
 * undefined when it takes them. Used by the page to word its banner and by the server to refuse.
 */
export const whyClosed = (
  response: Pick<Response, 'status' | 'closesAt'>,
  at: string,
): 'locked' | 'closed' | undefined => {
  if (response.status === 'validated') return 'locked'
  if (response.status === 'missed' || at >= response.closesAt) return 'closed'
  return undefined
}

/** Whether a response takes answers at `at`: the deadline is exclusive, to the millisecond. */
export const takesAnswers = (response: Pick<Response, 'status' | 'closesAt'>, at: string): boolean =>
  whyClosed(response, at) === undefined

/**
 * The status to show at `at`: once the deadline has passed, a draft is no longer one, even while the closing has
 * not been written yet.
 */
export const shownStatus = (
  { status, closesAt }: Pick<Response, 'status' | 'closesAt'>,
  at: string,
): ResponseStatus => {
  if (at < closesAt) return status
  if (status === 'called' || status === 'draft') return 'missed'
  return status === 'to-correct' ? 'submitted' : status
}

/** Throws `form-closed` or `response-locked` unless a response takes answers at `at`. */
export const assertTakesAnswers = (response: Pick<Response, 'status' | 'closesAt'>, at: string): void => {
  const why = whyClosed(response, at)
  if (why === 'locked') throw new Problem('response-locked')
  if (why === 'closed') throw new Problem('form-closed')
}
