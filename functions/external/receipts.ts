// Receipts are signed by a key that never leaves KMS; anyone can verify them against the published key set.
import { KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { canonicalJson } from '../../forms/canonical.ts'
import type { ReceiptClaims } from '../../forms/receipt.ts'
import { requireEnv } from '../require-env.ts'

/** Bytes of each of the two integers of a P-256 signature. */
const INTEGER_BYTES = 32
let client: KMSClient | undefined

/**
 * Signs a receipt: a compact JWS, ES256, whose payload is the canonical JSON of the claims. Its `typ` keeps it from
 * passing for a token of another kind (RFC 8725 §3.11). KMS hashes the message, which it takes up to 4,096 bytes.
 */
export const signReceipt = async (claims: ReceiptClaims): Promise<string> => {
  const header = { alg: 'ES256', kid: requireEnv('RECEIPT_KID'), typ: 'receipt+jwt' }
  const signed = [header, claims].map((part) => base64url(Buffer.from(canonicalJson(part)))).join('.')
  client ??= new KMSClient({})
  const { Signature } = await client.send(
    new SignCommand({
      KeyId: requireEnv('RECEIPT_KEY_ID'),
      Message: Buffer.from(signed),
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    }),
  )
  if (!Signature) throw new Error('KMS answered without a signature')
  return `${signed}.${base64url(joseSignature(Buffer.from(Signature)))}`
}

/**
 * KMS answers a signature in DER (SEQUENCE of two INTEGERs, RFC 3279 §2.2.3); a JWS wants the two integers side by
 * side, each on 32 bytes (RFC 7518 §3.4). A P-256 signature in DER is short enough for one-byte lengths.
 */
const joseSignature = (der: Buffer): Buffer => {
  const rStart = 4
  const rEnd = rStart + der.readUInt8(3)
  const s = der.subarray(rEnd + 2)
  return Buffer.concat([der.subarray(rStart, rEnd), s].map(onIntegerBytes))
}

const onIntegerBytes = (integer: Buffer): Buffer => {
  const significant = integer.subarray(Math.max(0, integer.length - INTEGER_BYTES))
  return Buffer.concat([Buffer.alloc(INTEGER_BYTES - significant.length), significant])
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url')
