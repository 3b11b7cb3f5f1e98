import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { isForEver } from '../../../forms/addresses.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
const ENCODINGS: Readonly<Record<string, string>> = { '.br': 'br', '.gz': 'gzip' }
const IMMUTABLE = 'public, max-age=31536000, immutable'

const client = new S3Client({})

/** Puts a file at an address of the site (`/caf/index.html`), with what browsers and CloudFront must know of it. */
export const putFile = async (bucket: string, address: string, body: string | Uint8Array): Promise<void> => {
  const encoding = ENCODINGS[extname(address)]
  const plain = encoding ? address.slice(0, -extname(address).length) : address
  const type = TYPES[extname(plain)]
  if (!type) throw new Error(`No content type is known for ${address} (infra/aws/operate/put-file.ts)`)
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: address.slice(1),
      Body: body,
      ContentType: type,
      CacheControl: isForEver(plain) ? IMMUTABLE : 'no-cache',
      ...(encoding ? { ContentEncoding: encoding } : {}),
    }),
  )
}

/** Puts a file of this machine. */
export const putFileFrom = (bucket: string, address: string, path: string): Promise<void> =>
  putFile(bucket, address, readFileSync(path))
