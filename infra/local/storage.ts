// The thinnest S3: it puts, gives and removes what a signed address says, on the site's own origin. Ours because
// nothing on npm does: s3rver, and its one fork that is kept (@20minutes/s3rver), serve a request without any signature
// as if it were signed, and write over files in place. The clock is the real one, whatever --now says.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Cron } from 'croner'
import { openFileStore } from './file-store.ts'
import { type Refusal, signatureRefusal } from './signed-request.ts'

export const STORAGE_PREFIX = '/storage'
export const UPLOADS_BUCKET = 'depots'

/** As the bucket's lifecycle on AWS: what waits in quarantine is forgotten after a day. */
const QUARANTINE = 'quarantine/'
const QUARANTINE_MS = 24 * 3_600_000

type Options = {
  readonly dataDir: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** Keeps files under `<dataDir>/uploads`. */
export const createStorage = ({ dataDir, now = Date.now, ...keys }: Options) => {
  const files = openFileStore(join(dataDir, 'uploads'))
  const expire = () => files.expire(QUARANTINE, now() - QUARANTINE_MS)
  const hourly = new Cron('0 * * * *', expire)

  const serve = async (key: string, url: URL, request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'PUT') {
      const size = Number(request.headers['content-length'] ?? Number.NaN)
      if (!Number.isInteger(size)) return refuse(response, LENGTH_REQUIRED)
      const type = request.headers['content-type'] ?? 'binary/octet-stream'
      const isWhole = await files.put(key, { type, size }, request)
      return isWhole ? response.writeHead(200).end() : refuse(response, INCOMPLETE)
    }
    if (request.method === 'DELETE') {
      await files.remove(key)
      return response.writeHead(204).end()
    }
    const found = await files.find(key)
    if (!found) return refuse(response, NO_SUCH_KEY)
    response.writeHead(200, {
      'content-type': url.searchParams.get('response-content-type') ?? found.type,
      'content-length': found.size,
      ...asked(url, 'content-disposition'),
      ...asked(url, 'cache-control'),
    })
    return pipeline(found.bytes(), response).catch(() => response.destroy())
  }

  return {
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      response.setHeader('x-content-type-options', 'nosniff')
      const url = new URL(request.url ?? '/', 'http://localhost')
      const key = keyOf(url)
      const served = ['GET', 'PUT', 'DELETE'].includes(request.method ?? '')
      const refusal = key && served ? signatureRefusal(request, url, { ...keys, now }) : NOT_SERVED
      if (refusal) refuse(response, refusal)
      else await serve(key ?? '', url, request, response)
    },
    /** Forgets what has waited too long; it does so by itself every hour. */
    expire,
    stop: () => hourly.stop(),
  }
}

const NOT_SERVED: Refusal = { status: 405, code: 'MethodNotAllowed', message: 'Only objects are served.' }
const NO_SUCH_KEY: Refusal = { status: 404, code: 'NoSuchKey', message: 'There is no such object.' }
const LENGTH_REQUIRED: Refusal = {
  status: 411,
  code: 'MissingContentLength',
  message: 'No length was given.',
}
const INCOMPLETE: Refusal = { status: 400, code: 'IncompleteBody', message: 'Bytes are missing.' }

/** The key of an object in our bucket; undefined for any other path. */
const keyOf = ({ pathname }: URL): string | undefined => {
  const start = `${STORAGE_PREFIX}/${UPLOADS_BUCKET}/`
  const key = pathname.startsWith(start) ? pathname.slice(start.length) : ''
  return /^[a-z]+(?:\/[a-z0-9][a-z0-9.-]*){1,4}$/.test(key) && key.length <= 220 ? key : undefined
}

const asked = (url: URL, header: string): Record<string, string> => {
  const value = url.searchParams.get(`response-${header}`)
  return value === null ? {} : { [header]: value }
}

const refuse = (response: ServerResponse, { status, code, message }: Refusal): void => {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}
