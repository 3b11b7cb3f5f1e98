// The request that makes a correction count. Sent again after a lost reply, it is the same one: the server knows it by
// the version that was read and by what it says.

import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Fault } from '../../forms/problems.ts'
import { ApiProblem, request } from '../shared/api.ts'

/** Why, and why what is unusual in it is right, by rule. */
export type Written = { readonly reason: string; readonly justifications?: Readonly<Record<string, string>> }

export type Outcome =
  | { readonly kind: 'saved' }
  /** What counts is no longer what was corrected, or it is not to be corrected any more. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly error: unknown }

type Correction = Written & { readonly etag: string; readonly answers: Answers }

/** Asks the server to store a correction, and says what became of it. Never rejects. */
export const sendCorrection = async (id: string, { etag, ...body }: Correction): Promise<Outcome> => {
  try {
    await request(`/responses/${encodeURIComponent(id)}/answers`, {
      method: 'PUT',
      headers: { 'if-match': etag },
      body,
      read: () => undefined,
    })
    return { kind: 'saved' }
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { kind: 'failed', error }
    if (error.problem === 'stale') return { kind: 'stale' }
    const { errors = [] } = error.document
    return errors.length > 0 ? { kind: 'faults', faults: errors } : { kind: 'failed', error }
  }
}
