// The whole platform on a free port and a folder of its own, and the people who use it.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { type Local, startLocal } from '../../infra/local/local.ts'
import { DEMO_NOW, dataFolder } from './data-folder.ts'

export type Reply<T = unknown> = { status: number; body: T; text: string; headers: Headers; etag: string }
type Send = { headers?: Record<string, string>; body?: unknown; raw?: string }

type Verb = 'get' | 'put' | 'post' | 'patch' | 'del'

/** Speaks to the API as one person. */
export type Caller = {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the API says as it comes
  readonly [verb in Verb]: (path: string, send?: Send) => Promise<Reply<any>>
}

/** A caller with this bearer token, or without any. */
export const callerOf = (origin: string, token?: string): Caller => {
  const call =
    (method: string) =>
    async (path: string, { headers = {}, body, raw }: Send = {}): Promise<Reply> => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const response = await fetch(`${origin}/api${path}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { body: payload }),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json')
      return {
        status: response.status,
        body: isJson && text !== '' ? JSON.parse(text) : text,
        text,
        headers: response.headers,
        etag: response.headers.get('etag') ?? '',
      }
    }
  return { get: call('GET'), put: call('PUT'), post: call('POST'), patch: call('PATCH'), del: call('DELETE') }
}

export type Platform = {
  local: Local
  dataDir: string
  as: (email: string) => Promise<Caller>
  anyone: Caller
}

type Given = Pick<Parameters<typeof startLocal>[0], 'now' | 'inFrontOfTable' | 'storageNow'>

/** Starts the platform before the tests of a file and stops it after them, at `now` by its domain clock. */
export const usePlatform = ({ now = DEMO_NOW, ...given }: Given = {}): Platform => {
  const platform = {} as Platform
  beforeAll(async () => {
    const folder = dataFolder(now)
    const { dataDir } = folder
    const local = await startLocal({ port: 0, ...folder, now, ...given })
    Object.assign(platform, {
      local,
      dataDir,
      as: async (email: string) => callerOf(local.origin, await local.tokenFor(email)),
      anyone: callerOf(local.origin),
    })
  })
  afterAll(async () => {
    await platform.local?.close()
    if (platform.dataDir) rmSync(platform.dataDir, { recursive: true, force: true })
  })
  return platform
}
