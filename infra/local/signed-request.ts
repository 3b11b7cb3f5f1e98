// Whether an address of storage was signed by whom we trust, for this very request: AWS Signature Version 4, in its
// query form. Written from its description and not with the signer of functions/external, so that one checks the other.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const MAX_SECONDS = 7 * 24 * 3600
/** How far ahead of ours the signer's clock may be. */
const SKEW_MS = 15 * 60_000

export type Refusal = { readonly status: number; readonly code: string; readonly message: string }
type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly now: () => number }

/** Why a request may not be served, in S3's words; undefined when it may. */
export const signatureRefusal = (
  request: IncomingMessage,
  url: URL,
  { accessKeyId, secretAccessKey, now }: Keys,
): Refusal | undefined => {
  const asked = (name: string) => url.searchParams.get(`X-Amz-${name}`) ?? ''
  const [owner, day = '', region = '', service = '', end] = asked('Credential').split('/')
  const date = asked('Date')
  const signedAt = instantOf(date)
  const seconds = Number(asked('Expires'))
  const names = asked('SignedHeaders').split(';')
  const isComplete =
    asked('Algorithm') === 'AWS4-HMAC-SHA256' &&
    service === 's3' &&
    end === 'aws4_request' &&
    date.startsWith(day) &&
    Number.isInteger(seconds) &&
    names.includes('host')
  if (!isComplete || Number.isNaN(signedAt) || owner !== accessKeyId) return denied('Access Denied')
  if (seconds < 1 || seconds > MAX_SECONDS || signedAt > now() + SKEW_MS) return denied('Access Denied')
  if (now() >= signedAt + seconds * 1000) return denied('Request has expired')
  // Whatever speaks to storage itself must have been signed.
  const unsigned = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && !names.includes(name),
  )
  if (unsigned.length > 0) return denied(`Headers not signed: ${unsigned.join(', ')}`)
  const canonical = [
    request.method,
    url.pathname,
    canonicalQuery(url),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replaceAll(/\s+/g, ' ')}`,
    ),
    '',
    names.join(';'),
    url.searchParams.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(hmac(Buffer.from(`AWS4${secretAccessKey}`), day), region),
  )
  const [ours, theirs] = [hmac(key, toSign), Buffer.from(asked('Signature'), 'hex')]
  if (ours.length === theirs.length && timingSafeEqual(ours, theirs)) return undefined
  return { status: 403, code: 'SignatureDoesNotMatch', message: 'The signature is not that of this request.' }
}

const denied = (message: string): Refusal => ({ status: 403, code: 'AccessDenied', message })

const instantOf = (date: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!parts) return Number.NaN
  const [, year, month, day, hour, minute, second] = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

const canonicalQuery = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encoded).join('='))
    .toSorted()
    .join('&')

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
