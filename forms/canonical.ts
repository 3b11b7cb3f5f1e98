import canonicalize from 'canonicalize'

/** The canonical JSON of a value (RFC 8785): the same facts always make the same bytes. */
export const canonicalJson = (value: unknown): string => canonicalize(value) ?? 'null'

/** SHA-256, in lower-case hex, of the canonical JSON of a value. Runs on the server and in a browser. */
export const sha256Of = async (value: unknown): Promise<string> => hex(await sha256(canonicalJson(value)))

/** SHA-256 of a text in UTF-8. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
