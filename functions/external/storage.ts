// S3's own HTTP API, by addresses that are signed for one request each, with AWS's own signer. The whole S3 client would
// weigh 170 KB in each function, which is more than is left of the budget.
import { fromEnv } from '@aws-sdk/credential-provider-env'
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { Sha256 } from '@smithy/core/checksum'
import { HttpRequest } from '@smithy/core/protocols'
import { requireEnv } from '../require-env.ts'
import { send } from './sending.ts'

/** How long an address that was given to a page may be followed. */
export const SIGNED_SECONDS = 300
const OWN_SECONDS = 60
const TIMEOUT_MS = 15_000
const ATTEMPTS = 3

/** The variable that names a bucket. */
type Bucket = 'UPLOADS_BUCKET' | 'EXPORTS_BUCKET' | 'DEFINITIONS_BUCKET'

export type Asked = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly seconds?: number
}

let signer: S3RequestPresigner | undefined

/** Follows an address ourselves, again when storage is busy or fails by itself; undefined for what is not there. */
export const followed = async (
  bucket: Bucket,
  key: string,
  asked: Asked,
  body?: readonly Uint8Array[],
): Promise<Response | undefined> => {
  const url = await signed(bucket, key, { ...asked, seconds: OWN_SECONDS })
  const init = { method: asked.method, ...(asked.headers ? { headers: asked.headers } : {}) }
  for (let attempt = 1; ; attempt += 1) {
    const reply = body
      ? await send(url, { ...init, timeoutMs: TIMEOUT_MS }, body)
      : await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (reply.ok) return reply
    const told = await reply.text()
    // What answers HEAD has no body to say more in.
    const isMissing = asked.method === 'HEAD' && reply.status === 404
    if (isMissing || /<Code>NoSuch(?:Key|Upload)<\/Code>/.test(told)) return undefined
    // S3 asks to come again when it is busy (503), or failed by itself (500).
    if (reply.status < 500 || attempt === ATTEMPTS)
      throw new Error(`Storage answered ${reply.status} to ${asked.method} ${key}: ${told.slice(0, 500)}`)
  }
}

/** The signed address of a key of a bucket, for this very request. */
export const signed = async (
  bucket: Bucket,
  key: string,
  { method, headers = {}, query = {}, seconds }: Asked,
): Promise<string> => {
  const { protocol, hostname, port, pathname } = bucketUrl(bucket)
  const request = new HttpRequest({
    method,
    protocol,
    hostname,
    ...(port ? { port: Number(port) } : {}),
    path: `${pathname === '/' ? '' : pathname}/${key}`,
    headers: { ...headers },
    query: { ...query },
  })
  signer ??= new S3RequestPresigner({
    region: process.env.AWS_REGION ?? '',
    credentials: fromEnv(),
    sha256: Sha256,
  })
  const presigned = await signer.presign(request, {
    expiresIn: seconds ?? OWN_SECONDS,
    // Signed when there are any, although the signer leaves them out by itself.
    signableHeaders: new Set(['content-type']),
  })
  const parameters = Object.entries(presigned.query ?? {}).map(
    ([name, value]) => `${name}=${encoded(String(value))}`,
  )
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${request.path}?${parameters.join('&')}`
}

/** The bucket's own host on AWS; under the endpoint when there is one, as the SDK's clients find it. */
const bucketUrl = (of: Bucket): URL => {
  const bucket = requireEnv(of)
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  if (endpoint) return new URL(`${endpoint}/${bucket}`)
  return new URL(`https://${bucket}.s3.${process.env.AWS_REGION}.amazonaws.com`)
}

/** Percent-encoded as signatures want it (RFC 3986): more than encodeURIComponent does. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
