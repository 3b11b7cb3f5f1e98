// The one way a page talks to the API. It knows no schema: each caller says how it reads the reply, so that a page
// with a tight budget carries no zod.

import type { ProblemDocument } from '../../forms/problem-wire.ts'
import type { ProblemName } from '../../forms/problems.ts'
import { isTrial } from '../../forms/trial-names.ts'
import { syncClock } from './clock.ts'
import { accessToken, forgetToken } from './session.ts'

const BUSY_ATTEMPTS = 3

/** A refusal of the API: its problem document (RFC 9457) is in `document`. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument
  /** The name in forms/problems.ts, `form-closed` for instance. */
  readonly problem: ProblemName | (string & {})

  constructor(document: ProblemDocument) {
    super(document.detail)
    this.document = document
    this.problem = /^\/problems\/([a-z-]+)\/$/.exec(document.type)?.[1] ?? 'internal'
  }
}

/** The request did not reach the server, or its reply did not come back: nothing is known of what it did. */
export class NetworkFailure extends Error {}

export type Reply<T> = { readonly body: T; readonly etag: string | undefined; readonly status: number }

type Options<T> = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** What a successful reply is: JSON unless told. */
  readonly as?: 'text' | 'blob'
  /** Reads a successful reply, its JSON parsed: a zod `parse`, or a narrow check. Throws if it is not that. */
  readonly read: (body: unknown) => T
  readonly signal?: AbortSignal
  /** The request outlives the page (its body is then limited to 64 KB by browsers). */
  readonly keepalive?: boolean
}

/**
 * Calls `/api<path>` as the signed-in person. A token that has expired is renewed and the call made once more; a
 * busy server is asked again as it says. Throws ApiProblem (401 when nobody is signed in) or NetworkFailure.
 */
export const request = async <T>(path: string, options: Options<T>): Promise<Reply<T>> => {
  for (let attempt = 1; ; attempt++) {
    const response = await authorised(path, options)
    if (response.ok) return await replyOf(response, options)
    const problem = await problemOf(response)
    if (problem.problem !== 'busy' || attempt === BUSY_ATTEMPTS) throw problem
    await pause(1000 * (Number(response.headers.get('retry-after')) || 2) * (0.75 + Math.random() / 2))
  }
}

const authorised = async <T>(path: string, options: Options<T>): Promise<Response> => {
  const first = await send(path, options)
  if (first.status !== 401) return first
  forgetToken()
  return send(path, options)
}

const send = async <T>(
  path: string,
  { method = 'GET', body, headers, signal, keepalive = false }: Options<T>,
): Promise<Response> => {
  const token = await reached(accessToken())
  if (!token) throw notSignedIn()
  return reached(
    fetch(`/api${addressOf(path)}`, {
      method,
      keepalive,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }),
  )
}

/** A trial is filled and read by the pages of a response, and has routes of its own that say the same. */
const addressOf = (path: string): string =>
  path.replace(/^\/responses\/([^/?]+)/, (whole, id) => (isTrial(id) ? `/trials/${id}` : whole))

/** `fetch` rejects with a TypeError when the network fails; an abort and anything else pass as they are. */
const reached = async <T>(waiting: Promise<T>): Promise<T> => {
  try {
    return await waiting
  } catch (error) {
    if (error instanceof TypeError)
      throw new NetworkFailure('Le serveur n’a pas pu être joint.', { cause: error })
    throw error
  }
}

const replyOf = async <T>(response: Response, { as, read }: Options<T>): Promise<Reply<T>> => {
  const body: unknown =
    response.status === 204
      ? undefined
      : await reached(as === 'text' ? response.text() : as === 'blob' ? response.blob() : response.json())
  if (isRecord(body) && typeof body.now === 'string') syncClock(body.now)
  return { body: read(body), etag: response.headers.get('etag') ?? undefined, status: response.status }
}

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const document: unknown = await response.json().catch(() => undefined)
  return new ApiProblem(isProblem(document) ? document : unknownFailure(response.status))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isProblem = (value: unknown): value is ProblemDocument =>
  isRecord(value) &&
  ['type', 'title', 'detail', 'instance'].every((key) => typeof value[key] === 'string') &&
  typeof value.status === 'number'

const notSignedIn = (): ApiProblem =>
  new ApiProblem({
    type: '/problems/not-signed-in/',
    title: 'Vous n’êtes pas connecté',
    status: 401,
    detail: 'Votre session a expiré. Reconnectez-vous pour continuer.',
    instance: '',
  })

/** What a gateway or a proxy answers instead of the API, without a problem document. */
const unknownFailure = (status: number): ProblemDocument => ({
  type: '/problems/internal/',
  title: 'Le service ne répond pas comme prévu',
  status,
  detail: 'Réessayez dans quelques minutes. Ce que vous avez saisi est gardé.',
  instance: '',
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
