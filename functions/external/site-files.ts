// Where the site serves published questionnaires from: the definitions bucket, which CloudFront reads.
import { isForEver } from '../../forms/addresses.ts'
import { followed } from './storage.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
}

/** Puts a file at an address of the site (`/forms/bilan/1.json`), over whatever is there. */
export const putSiteFile = async (address: string, file: string | Uint8Array): Promise<void> => {
  const type = TYPES[address.slice(address.lastIndexOf('.') + 1)]
  if (!type) throw new Error(`no content type is known for ${address}`)
  const cache = isForEver(address) ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers = { 'content-type': type, 'cache-control': cache }
  const body = typeof file === 'string' ? new TextEncoder().encode(file) : file
  await followed('DEFINITIONS_BUCKET', address.slice(1), { method: 'PUT', headers }, [body])
}
