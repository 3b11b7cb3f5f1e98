import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, NetworkFailure, request } from '../../web/shared/api.ts'
import { serverNow } from '../../web/shared/clock.ts'
import { forgetToken } from '../../web/shared/session.ts'

type Call = { url: string; init: RequestInit }
const calls: Call[] = []
const read = (body: unknown) => body

/** The server of a test: what each address answers, one reply a call, the last one for ever. */
const serve = (replies: Record<string, (() => Response | Promise<Response>)[]>) => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    calls.push({ url, init })
    const left = replies[url] ?? []
    const reply = left.length > 1 ? left.shift() : left[0]
    if (!reply) throw new TypeError('Failed to fetch')
    return reply()
  })
}
const json =
  (body: object, status = 200, headers = {}) =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })
const problem = (name: string, status: number, headers = {}) =>
  json({ type: `/problems/${name}/`, title: 'T', status, detail: 'D', instance: 'i' }, status, headers)
const session = json({ accessToken: 'jeton', expiresInSeconds: 600 })
const sentTo = (url: string): Call[] => calls.filter((call) => call.url === url)

beforeEach(() => {
  calls.length = 0
  forgetToken()
})
afterEach(() => vi.unstubAllGlobals())

describe('a call to the API', () => {
  it('carries the token, and gives back the body and the ETag', async () => {
    serve({ '/api/session': [session], '/api/me': [json({ name: 'Camille' }, 200, { etag: '"3"' })] })
    expect(await request('/me', { read })).toEqual({ body: { name: 'Camille' }, etag: '"3"', status: 200 })
    expect(new Headers(sentTo('/api/me')[0]?.init.headers).get('authorization')).toBe('Bearer jeton')
  })

  it('renews a token that was refused, and asks once more', async () => {
    serve({
      '/api/session': [session],
      '/api/me': [problem('not-signed-in', 401), json({ name: 'Camille' })],
    })
    expect((await request('/me', { read })).body).toEqual({ name: 'Camille' })
    expect(sentTo('/api/session')).toHaveLength(2)
  })

  it('tells that the session has expired when it cannot be renewed', async () => {
    serve({ '/api/session': [problem('not-signed-in', 401)] })
    await expect(request('/me', { read })).rejects.toMatchObject({ problem: 'not-signed-in' })
    expect(sentTo('/api/me')).toHaveLength(0)
  })

  it('gives the problem document of a refusal', async () => {
    serve({ '/api/session': [session], '/api/responses/x': [problem('form-closed', 409)] })
    const refusal = await request('/responses/x', { read }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ApiProblem)
    expect(refusal).toMatchObject({ problem: 'form-closed', document: { status: 409, detail: 'D' } })
  })

  it('asks a busy server again, a few times', async () => {
    vi.useFakeTimers()
    const busy = problem('busy', 429, { 'retry-after': '1' })
    serve({ '/api/session': [session], '/api/me': [busy, busy, json({ name: 'Camille' })] })
    const reply = request('/me', { read })
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect((await reply).body).toEqual({ name: 'Camille' })
  })

  it('tells a failed network from a refusal, whether for the session or the call', async () => {
    serve({})
    await expect(request('/me', { read })).rejects.toBeInstanceOf(NetworkFailure)
    serve({ '/api/session': [session] })
    await expect(request('/me', { read })).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('takes the reply of a proxy without problem document for a failure of the service', async () => {
    serve({ '/api/session': [session], '/api/me': [() => new Response('<h1>502</h1>', { status: 502 })] })
    await expect(request('/me', { read })).rejects.toMatchObject({
      problem: 'internal',
      document: { status: 502 },
    })
  })

  it('sets the clock of the page from the server', async () => {
    serve({ '/api/session': [session], '/api/me': [json({ now: '2024-07-12T21:59:50.000Z' })] })
    await request('/me', { read })
    expect(serverNow()).toMatch(/^2024-07-12T21:59:5\d/)
  })
})
