// The bytes of documents, in the uploads bucket: pages get some addresses of them, functions follow the others.
import { type Asked, followed, SIGNED_SECONDS, signed } from './storage.ts'

/** An address, and the headers without which it answers nothing. */
export type Address = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

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

const BUCKET = 'UPLOADS_BUCKET'

const sign = (key: string, asked: Asked): Promise<string> => signed(BUCKET, key, asked)

const follow = (key: string, asked: Asked, body?: Buffer): Promise<Response | undefined> =>
  followed(BUCKET, key, asked, body && [body])
