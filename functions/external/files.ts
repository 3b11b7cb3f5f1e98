// The bytes of documents, in the uploads bucket, over S3's own HTTP API. Whatever we ask is a signed address, by AWS's
// own signer: pages get some of them, and the functions follow the others themselves. The whole S3 client would weigh
// 170 KB in each function, which is more than is left of the budget.
import { fromEnv } from '@aws-sdk/credential-provider-env'
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { Sha256 } from '@smithy/core/checksum'
import { HttpRequest } from '@smithy/core/protocols'
import { requireEnv } from '../require-env.ts'

/** How long an address that was given to a page may be followed. */
export const SIGNED_SECONDS = 300
const OWN_SECONDS = 60
const TIMEOUT_MS = 15_000
const ATTEMPTS = 3

/** An address, and the headers without which it answers nothing. */
export type Address = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

type Asked = {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly seconds?: number
}

let signer: S3RequestPresigner | undefined

/** Where a page puts bytes: exactly that many, and of that type; storage refuses anything else. */
export const uploadAddress = async (key: string, { size, type }: Described): Promise<Address> => {
  const headers = { 'content-type': type }
  const signed = { ...headers, 'content-length': String(size) }
  return { url: await sign(key, { method: 'PUT', headers: signed, seconds: SIGNED_SECONDS }), headers }
}

type Described = { readonly size: number; readonly type: string }
type Served = { readonly type: string; readonly disposition: string; readonly secret: string }

/**
 * Where a page reads bytes, served as this type and under this disposition. The secret is a header that is signed: who
 * has the address alone, from a history or a log, gets nothing by it.
 */
export const readAddress = async (key: string, { type, disposition, secret }: Served): Promise<Address> => {
  const headers = { [SECRET_HEADER]: secret }
  const query = {
    'response-cache-control': 'private, no-store',
    'response-content-disposition': disposition,
    'response-content-type': type,
  }
  return { url: await sign(key, { method: 'GET', headers, query, seconds: SIGNED_SECONDS }), headers }
}

const SECRET_HEADER = 'x-echeance-secret'

/** The bytes of a file; undefined when there is none. */
export const readFile = async (key: string): Promise<Buffer | undefined> => {
  const reply = await follow(key, { method: 'GET' })
  return reply && Buffer.from(await reply.arrayBuffer())
}

/** Puts a file, over whatever is there. */
export const putFile = async (key: string, bytes: Buffer, type: string): Promise<void> => {
  await follow(key, { method: 'PUT', headers: { 'content-type': type } }, bytes)
}

/** Removes a file; one that is not there is no failure. */
export const removeFile = async (key: string): Promise<void> => {
  await follow(key, { method: 'DELETE' })
}

/** Follows an address of ours; undefined when there is no such file. */
const follow = async (key: string, asked: Asked, body?: Buffer): Promise<Response | undefined> => {
  const url = await sign(key, { ...asked, seconds: OWN_SECONDS })
  const init = {
    method: asked.method,
    ...(asked.headers ? { headers: asked.headers } : {}),
    ...(body ? { body: new Uint8Array(body) } : {}),
  }
  for (let attempt = 1; ; attempt += 1) {
    const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (reply.ok) return reply
    const told = await reply.text()
    if (told.includes('<Code>NoSuchKey</Code>')) return undefined
    // S3 asks to come again when it is busy (503), or failed by itself (500).
    if (reply.status < 500 || attempt === ATTEMPTS)
      throw new Error(`Storage answered ${reply.status} to ${asked.method} ${key}: ${told.slice(0, 500)}`)
  }
}

const sign = async (key: string, { method, headers = {}, query = {}, seconds }: Asked): Promise<string> => {
  const { protocol, hostname, port, pathname } = bucketUrl()
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
  const signed = await signer.presign(request, {
    expiresIn: seconds ?? OWN_SECONDS,
    // Signed when there are any, although the signer leaves them out by itself.
    signableHeaders: new Set(['content-type']),
  })
  const parameters = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${name}=${encoded(String(value))}`,
  )
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${request.path}?${parameters.join('&')}`
}

/** The bucket's own host on AWS; under the endpoint when there is one, as the SDK's clients find it. */
const bucketUrl = (): URL => {
  const bucket = requireEnv('UPLOADS_BUCKET')
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
