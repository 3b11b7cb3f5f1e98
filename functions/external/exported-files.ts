// The bucket of exports: pieces of work, then whole files, which the lifecycle of the bucket takes away in the end. A
// file comes in parts (S3's multipart upload), so that processes that follow each other make one.
import { type Asked, followed, SIGNED_SECONDS, signed } from './storage.ts'

const BUCKET = 'EXPORTS_BUCKET'

const follow = (key: string, asked: Asked, body?: readonly Uint8Array[]): Promise<Response | undefined> =>
  followed(BUCKET, key, asked, body)

/** Keeps an object; one of that name is replaced. */
export const keepObject = async (key: string, body: Uint8Array): Promise<void> => {
  await follow(key, { method: 'PUT' }, [body])
}

/** The bytes of an object. Throws when there is none. */
export const readObject = async (key: string): Promise<Uint8Array> => {
  const reply = await follow(key, { method: 'GET' })
  if (!reply) throw new Error(`nothing is stored under ${key}`)
  // Held once: `arrayBuffer` holds what came beside what it makes of it.
  const bytes = new Uint8Array(Number(reply.headers.get('content-length')))
  let at = 0
  for await (const chunk of reply.body ?? []) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  if (at !== bytes.byteLength) throw new Error(`${key} broke off after ${at} bytes`)
  return bytes
}

/** Takes an object away; one that is not there is no failure. */
export const dropObject = async (key: string): Promise<void> => {
  await follow(key, { method: 'DELETE' })
}

/** Begins a file that comes in parts: the id to send them under. One that is never ended goes after a day. */
export const beginFile = async (key: string, mediaType: string): Promise<string> => {
  const headers = { 'content-type': mediaType }
  const reply = await follow(key, { method: 'POST', headers, query: { uploads: '' } })
  const id = textOf((await reply?.text()) ?? '', 'UploadId')
  if (!id) throw new Error(`storage began no upload of ${key}`)
  return id
}

/**
 * Sends a part of a file, of 5 MB at least unless it is the last; one of that number is replaced. False when the upload
 * is over.
 */
export const sendPart = async (
  key: string,
  { id, part }: { readonly id: string; readonly part: number },
  body: readonly Uint8Array[],
): Promise<boolean> => {
  const query = { partNumber: String(part), uploadId: id }
  return (await follow(key, { method: 'PUT', query }, body)) !== undefined
}

/** Makes a file of its parts, unless that is done, and says how many bytes it has. */
export const endFile = async (key: string, uploadId: string): Promise<number> => {
  const parts = await partsOf(key, uploadId)
  if (parts) {
    const told = parts.map(
      ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
    )
    const body = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${told.join('')}</CompleteMultipartUpload>`
    const query = { uploadId }
    const reply = await follow(key, { method: 'POST', query }, [new TextEncoder().encode(body)])
    const answer = (await reply?.text()) ?? ''
    // S3 answers 200 before it is done, and says afterwards whether it was.
    if (!answer.includes('<CompleteMultipartUploadResult'))
      throw new Error(`storage did not end the upload of ${key}: ${answer.slice(0, 500)}`)
  }
  const whole = await follow(key, { method: 'HEAD' })
  if (!whole) throw new Error(`storage lost ${key}`)
  return Number(whole.headers.get('content-length'))
}

/** An address that gives a file for five minutes, to be saved under a name, never shown in a page. */
export const linkTo = (key: string, fileName: string): Promise<string> =>
  signed(BUCKET, key, {
    method: 'GET',
    seconds: SIGNED_SECONDS,
    query: {
      'response-cache-control': 'private, no-store',
      'response-content-disposition': `attachment; filename="${fileName}"`,
    },
  })

type Part = { readonly number: string; readonly etag: string }

/** The parts that were sent, in order; undefined when the upload is over. */
const partsOf = async (key: string, uploadId: string): Promise<Part[] | undefined> => {
  const parts: Part[] = []
  let after: string | undefined
  do {
    const query = { uploadId, ...(after ? { 'part-number-marker': after } : {}) }
    const reply = await follow(key, { method: 'GET', query })
    if (!reply) return undefined
    const page = await reply.text()
    for (const [part] of page.matchAll(/<Part>.*?<\/Part>/gs))
      parts.push({ number: textOf(part, 'PartNumber') ?? '', etag: textOf(part, 'ETag') ?? '' })
    after = textOf(page, 'IsTruncated') === 'true' ? textOf(page, 'NextPartNumberMarker') : undefined
  } while (after)
  return parts
}

const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
