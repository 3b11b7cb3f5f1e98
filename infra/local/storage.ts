// The thinnest S3: it puts, gives and removes what a signed address says, on the site's own origin. Ours because
// nothing on npm does: s3rver, and its one fork that is kept (@20minutes/s3rver), serve a request without any signature
// as if it were signed, and write over files in place. The clock is the real one, whatever --now says.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Cron } from 'croner'
import { type FileStore, openFileStore } from './file-store.ts'
import { createParts, PARTS } from './parts.ts'
import { type Refusal, signatureRefusal } from './signed-request.ts'
import { putInSite } from './site-files.ts'

export const STORAGE_PREFIX = '/storage'
export const UPLOADS_BUCKET = 'depots'
export const EXPORTS_BUCKET = 'exports'
export const DEFINITIONS_BUCKET = 'definitions'

const DAY_MS = 24 * 3_600_000
/** As the buckets' lifecycles on AWS: how many days what is under a prefix is kept. */
const KEPT_DAYS = {
  [UPLOADS_BUCKET]: { 'quarantine/': 1 },
  [EXPORTS_BUCKET]: { 'work/': 2, 'files/': 7, [PARTS]: 1 },
} as const

type Options = {
  readonly dataDir: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** Keeps documents under `<dataDir>/uploads`, exports under `<dataDir>/exports`, published forms in `<dataDir>/site`. */
export const createStorage = ({ dataDir, now = Date.now, ...keys }: Options) => {
  const bucketAt = (folder: string) => {
    const files = openFileStore(join(dataDir, folder))
    return { files, inParts: createParts(files) }
  }
  const buckets = { [UPLOADS_BUCKET]: bucketAt('uploads'), [EXPORTS_BUCKET]: bucketAt('exports') }
  const expire = async () => {
    for (const bucket of [UPLOADS_BUCKET, EXPORTS_BUCKET] as const)
      for (const [prefix, days] of Object.entries(KEPT_DAYS[bucket]))
        await buckets[bucket].files.expire(prefix, now() - days * DAY_MS)
  }
  const hourly = new Cron('0 * * * *', expire)

  const publish = async (key: string, request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'PUT') return refuse(response, NOT_SERVED)
    const file = await buffer(request)
    if (file.length !== Number(request.headers['content-length'])) return refuse(response, INCOMPLETE)
    await putInSite(join(dataDir, 'site'), `/${key}`, file)
    return response.writeHead(200).end()
  }

  const serve = async (
    { bucket, key }: Kept,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const { files, inParts } = buckets[bucket]
    if (await inParts(request, response, { key, query: url.searchParams })) return
    if (request.method === 'PUT') {
      const refusal = await put(files, key, request)
      return refusal ? refuse(response, refusal) : response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      await files.remove(key)
      return response.writeHead(204).end()
    }
    const found = await files.find(key)
    if (!found || request.method === 'POST') return refuse(response, NO_SUCH_KEY)
    response.writeHead(200, {
      'content-type': url.searchParams.get('response-content-type') ?? found.type,
      'content-length': found.size,
      ...asked(url, 'content-disposition'),
      ...asked(url, 'cache-control'),
    })
    if (request.method === 'HEAD') return response.end()
    return pipeline(found.bytes(), response).catch(() => response.destroy())
  }

  return {
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      response.setHeader('x-content-type-options', 'nosniff')
      const url = new URL(request.url ?? '/', 'http://localhost')
      const named = keyOf(url)
      const served = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(request.method ?? '')
      const refusal = named && served ? signatureRefusal(request, url, { ...keys, now }) : NOT_SERVED
      if (refusal || !named) refuse(response, refusal ?? NOT_SERVED)
      else if (named.bucket === DEFINITIONS_BUCKET) await publish(named.key, request, response)
      else await serve({ ...named, bucket: named.bucket }, url, request, response)
    },
    /** Forgets what has waited too long; it does so by itself every hour. */
    expire,
    stop: () => hourly.stop(),
  }
}

/** Puts what a request brings; why it could not. */
const put = async (files: FileStore, key: string, request: IncomingMessage): Promise<Refusal | undefined> => {
  const size = Number(request.headers['content-length'] ?? Number.NaN)
  if (!Number.isInteger(size)) return LENGTH_REQUIRED
  const type = request.headers['content-type'] ?? 'binary/octet-stream'
  return (await files.put(key, { type, size }, request)) ? undefined : INCOMPLETE
}

const NOT_SERVED: Refusal = { status: 405, code: 'MethodNotAllowed', message: 'Only objects are served.' }
const NO_SUCH_KEY: Refusal = { status: 404, code: 'NoSuchKey', message: 'There is no such object.' }
const LENGTH_REQUIRED: Refusal = {
  status: 411,
  code: 'MissingContentLength',
  message: 'No length was given.',
}
const INCOMPLETE: Refusal = { status: 400, code: 'IncompleteBody', message: 'Bytes are missing.' }

type Kept = { readonly bucket: keyof typeof KEPT_DAYS; readonly key: string }
type Named = { readonly bucket: Kept['bucket'] | typeof DEFINITIONS_BUCKET; readonly key: string }

/** The object of one of our buckets; undefined for any other path. */
const keyOf = ({ pathname }: URL): Named | undefined => {
  const bucket = ([UPLOADS_BUCKET, EXPORTS_BUCKET, DEFINITIONS_BUCKET] as const).find((name) =>
    pathname.startsWith(`${STORAGE_PREFIX}/${name}/`),
  )
  const key = bucket ? pathname.slice(`${STORAGE_PREFIX}/${bucket}/`.length) : ''
  const isOurs = /^[a-z]+(?:\/[a-z0-9][a-z0-9.-]*){1,4}$/.test(key) && key.length <= 220
  return bucket && isOurs ? { bucket, key } : undefined
}

const asked = (url: URL, header: string): Record<string, string> => {
  const value = url.searchParams.get(`response-${header}`)
  return value === null ? {} : { [header]: value }
}

const refuse = (response: ServerResponse, { status, code, message }: Refusal): void => {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}
