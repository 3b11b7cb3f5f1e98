// The one request that makes answers count. Its key is kept by this tab until it is answered, under the version
// that was reviewed: a retry after a failure is the same request, counted once; other answers make another.

import { Submitted } from '../../forms/filling-wire.ts'
import type { Justifications } from '../../forms/findings.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Fault } from '../../forms/problems.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import { inVersion } from './read-response.ts'

/** The server reads a request for 30 s at most; after that nothing more is to be hoped for. */
const PATIENCE_MS = 45_000
const KEY = 'echeance.envoi'
const FRESH = 'echeance.recu'

export type Outcome =
  | { readonly kind: 'sent' }
  /** No answer came: whether it was received is not known. */
  | { readonly kind: 'unknown' }
  /** The explanations are on this device only: nothing was sent. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'stale'; readonly detail: string }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }

/** Transmits the answers reviewed under `etag`. Never rejects. */
export const transmit = async (
  response: Pick<ResponseView, 'id' | 'form'>,
  etag: string,
  { answers, justifications }: { answers: Answers; justifications: Justifications },
): Promise<Outcome> => {
  const { id } = response
  try {
    const { body } = await request(`/responses/${encodeURIComponent(id)}/submission${inVersion(response)}`, {
      method: 'POST',
      headers: { 'if-match': etag, 'idempotency-key': keyFor(id, etag) },
      body: { answers, ...(Object.keys(justifications).length > 0 ? { justifications } : {}) },
      read: (reply) => Submitted.parse(reply),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    sessionStorage.removeItem(KEY)
    sessionStorage.setItem(
      FRESH,
      JSON.stringify({ reference: body.receipt.reference, removed: body.removed }),
    )
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** What the last submission from this tab left out, if `reference` is its own: pointers into `{answers}`. */
export const freshSubmission = (reference: string): { removed: readonly string[] } | undefined => {
  const kept: { reference: string; removed: string[] } | null = JSON.parse(
    sessionStorage.getItem(FRESH) ?? 'null',
  )
  return kept?.reference === reference ? kept : undefined
}

const outcomeOf = (error: unknown): Outcome => {
  // A 5xx comes from a server or a gateway that may have passed the request on: nothing is known then either.
  if (!(error instanceof ApiProblem) || error.document.status >= 500) return { kind: 'unknown' }
  if (error.problem === 'invalid-answers') {
    const faults = error.document.errors ?? []
    return {
      kind: 'faults',
      faults: faults.map((fault) => ({ ...fault, pointer: inAnswers(fault.pointer) })),
    }
  }
  if (['stale', 'concurrent-change', 'form-changed'].includes(error.problem)) {
    return { kind: 'stale', detail: error.document.detail }
  }
  return { kind: 'refused', problem: error }
}

/** A pointer into `{answers}`, told from the answers. */
const inAnswers = (pointer: string): string => pointer.replace(/^\/answers(?=\/|$)/, '')

const keyFor = (id: string, etag: string): string => {
  const kept: { id: string; etag: string; key: string } | null = JSON.parse(
    sessionStorage.getItem(KEY) ?? 'null',
  )
  if (kept?.id === id && kept.etag === etag) return kept.key
  const key = crypto.randomUUID()
  sessionStorage.setItem(KEY, JSON.stringify({ id, etag, key }))
  return key
}
