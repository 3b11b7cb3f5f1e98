// Checks a receipt in the browser: nothing of it is sent anywhere, and who has no account can do it.
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose'
import { type ReceiptClaims, readClaims } from '../../forms/receipt.ts'

export type Verdict =
  | { readonly kind: 'authentic'; readonly claims: ReceiptClaims }
  /** Nothing was given. */
  | { readonly kind: 'nothing' }
  /** Nothing in what was given is a receipt. */
  | { readonly kind: 'not-a-receipt' }
  /** It names a key of ours, but its signature is not of these words. */
  | { readonly kind: 'altered' }
  /** It says it is ours, but is signed with a key we never published. */
  | { readonly kind: 'unknown-key' }
  /** It says it comes from another site, whose keys are not ours. */
  | { readonly kind: 'another-issuer'; readonly issuer: string }

type Options = { readonly keys: JSONWebKeySet; readonly origin: string }

/** What a text is worth as a receipt of this site, by the keys it publishes. */
export const checkReceipt = async (text: string, { keys, origin }: Options): Promise<Verdict> => {
  if (text.trim() === '') return { kind: 'nothing' }
  const jws = findReceipt(text)
  const claims = jws && readClaims(jws)
  if (!jws || !claims) return { kind: 'not-a-receipt' }
  const { kid } = decodeProtectedHeader(jws)
  if (!keys.keys.some((key) => key.kid === kid)) {
    return claims.iss === origin ? { kind: 'unknown-key' } : { kind: 'another-issuer', issuer: claims.iss }
  }
  const isSigned = await compactVerify(jws, createLocalJWKSet(keys), { algorithms: ['ES256'] }).then(
    () => true,
    () => false,
  )
  return isSigned ? { kind: 'authentic', claims } : { kind: 'altered' }
}

/** The first signed text in what was pasted or dropped: alone, wrapped by a mail program, or within one of our PDFs. */
export const findReceipt = (text: string): string | undefined =>
  SIGNED.exec(text)?.[0] ?? SIGNED.exec(text.replaceAll(/\s+/g, ''))?.[0]

/** A compact JWS whose two JSON parts begin with `{"`; an ES256 signature has 86 characters. */
const SIGNED = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}/
