// Files that come in parts: S3's multipart upload, of what storage.ts keeps. Parts are files of the same store, under
// the id of their upload, until they are made one.
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FileStore } from './file-store.ts'

/** As the bucket's lifecycle on AWS: an upload that nobody ends is forgotten after a day. */
export const PARTS = 'parts/'

type Asked = { readonly key: string; readonly query: URLSearchParams }

/** Answers what is asked of an upload in parts; false when that is not what is asked. */
export const createParts = (files: FileStore) => {
  const folderOf = (id: string) => `${PARTS}${id}/`

  const begin = async (type: string): Promise<string> => {
    const id = randomUUID()
    await files.put(`${folderOf(id)}type`, { type, size: 0 }, Readable.from([]))
    return `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`
  }

  const listed = async (id: string): Promise<string> => {
    const parts: string[] = []
    for (const part of files.list(folderOf(id)).filter(isPart)) {
      const found = await files.find(part)
      if (found)
        parts.push(
          `<Part><PartNumber>${numberOf(part)}</PartNumber><ETag>${etagOf(await buffer(found.bytes()))}</ETag></Part>`,
        )
    }
    return `<ListPartsResult><IsTruncated>false</IsTruncated>${parts.join('')}</ListPartsResult>`
  }

  const end = async (id: string, key: string): Promise<string> => {
    const { type = 'binary/octet-stream' } = (await files.find(`${folderOf(id)}type`)) ?? {}
    const found = await Promise.all(
      files
        .list(folderOf(id))
        .filter(isPart)
        .map((part) => files.find(part)),
    )
    const parts = found.flatMap((part) => part ?? [])
    const size = parts.reduce((sum, part) => sum + part.size, 0)
    await files.put(key, { type, size }, Readable.from(oneAfterAnother(parts)))
    for (const part of files.list(folderOf(id))) await files.remove(part)
    return `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { key, query }: Asked,
  ): Promise<boolean> => {
    const id = query.get('uploadId')
    const answer = (body: string) => {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(body)
      return true
    }
    if (request.method === 'POST' && query.has('uploads'))
      return answer(await begin(request.headers['content-type'] ?? 'binary/octet-stream'))
    if (id === null) return false
    if (!(await files.find(`${folderOf(id)}type`))) {
      const body = '<Error><Code>NoSuchUpload</Code><Message>There is no such upload.</Message></Error>'
      response.writeHead(404, { 'content-type': 'application/xml' }).end(body)
      return true
    }
    if (request.method === 'PUT') {
      const part = `${folderOf(id)}${String(query.get('partNumber')).padStart(5, '0')}`
      const body = await buffer(request)
      await files.put(part, { type: '', size: body.length }, Readable.from([body]))
      response.writeHead(200, { etag: etagOf(body) }).end()
      return true
    }
    return answer(request.method === 'POST' ? await end(id, key) : await listed(id))
  }
}

const isPart = (name: string): boolean => /\/\d{5}$/.test(name)

const numberOf = (name: string): number => Number(name.slice(-5))

const etagOf = (bytes: Buffer): string => `&quot;${createHash('md5').update(bytes).digest('hex')}&quot;`

async function* oneAfterAnother(parts: readonly { readonly bytes: () => Readable }[]) {
  for (const part of parts) yield* part.bytes()
}
