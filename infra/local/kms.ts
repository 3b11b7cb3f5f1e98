// The thinnest KMS: it signs with one P-256 key kept on disk, and the receipts code reaches it by endpoint, as it
// reaches KMS on AWS. Ours because nothing on npm emulates KMS: serverless-offline-kms echoes what it is sent,
// and local-kms (nsmithuk), which does sign, is a Go program. It refuses MessageType DIGEST: node:crypto and
// WebCrypto both hash what they sign, so it would take an ECDSA of our own.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { json as readJson } from 'node:stream/consumers'
import * as z from 'zod'
import { canonicalJson } from '../../forms/canonical.ts'
import { writeWhole } from './write-whole.ts'

const KEY_ID = 'recus'
/** KMS's own limit on a message it hashes itself. */
const MAX_MESSAGE_BYTES = 4096

const AnyRequest = z.object({ KeyId: z.string() })
const SignRequest = AnyRequest.extend({
  Message: z.base64().refine((text) => Buffer.byteLength(text, 'base64') <= MAX_MESSAGE_BYTES),
  MessageType: z.literal('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
})
const PublicJwk = z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string() })
type PublicJwk = z.infer<typeof PublicJwk>

export type Kms = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Every public key that ever signed: a receipt stays verifiable for ever. */
  readonly jwks: () => { keys: PublicJwk[] }
  readonly keyId: string
  /** Names the key in the header of what it signs: its RFC 7638 thumbprint. */
  readonly kid: string
}

/**
 * Opens the key kept in `<dataDir>/receipts/private.pem`, made at the first start. To rotate it, take that file
 * away while nothing runs: the public keys in `receipts/public` stay.
 */
export const createKms = ({ dataDir }: { dataDir: string }): Kms => {
  const folder = join(dataDir, 'receipts')
  const publicFolder = join(folder, 'public')
  mkdirSync(publicFolder, { recursive: true })
  const privateKey = createPrivateKey(openPem(join(folder, 'private.pem')))
  const publicKey = createPublicKey(privateKey)
  const { kty, crv, x, y } = PublicJwk.parse(publicKey.export({ format: 'jwk' }))
  const kid = createHash('sha256').update(canonicalJson({ kty, crv, x, y })).digest('base64url')
  writeWhole(
    join(publicFolder, `${kid}.json`),
    JSON.stringify({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }),
  )

  const answer = (action: string, body: unknown) => {
    const asked = AnyRequest.safeParse(body)
    if (action === 'TrentService.GetPublicKey' && asked.data?.KeyId === KEY_ID) {
      return {
        KeyId: KEY_ID,
        PublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: ['ECDSA_SHA_256'],
      }
    }
    if (action !== 'TrentService.Sign' && action !== 'TrentService.GetPublicKey')
      return refusal('UnknownOperationException', 'Only Sign and GetPublicKey are served.')
    if (asked.data && asked.data.KeyId !== KEY_ID)
      return refusal('NotFoundException', `Key ${asked.data.KeyId} does not exist.`)
    const request = SignRequest.safeParse(body)
    if (!request.success) return refusal('ValidationException', z.prettifyError(request.error))
    const { Message, SigningAlgorithm } = request.data
    const signature = sign('sha256', Buffer.from(Message, 'base64'), privateKey)
    return { KeyId: KEY_ID, Signature: signature.toString('base64'), SigningAlgorithm }
  }

  return {
    keyId: KEY_ID,
    kid,
    jwks: () => ({
      keys: readdirSync(publicFolder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => PublicJwk.parse(JSON.parse(readFileSync(join(publicFolder, name), 'utf8')))),
    }),
    handle: async (request, response) => {
      const asked = await readJson(request).catch(() => undefined)
      const body = answer(String(request.headers['x-amz-target']), asked)
      response
        .writeHead('__type' in body ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(body))
    },
  }
}

const refusal = (type: string, message: string) => ({ __type: type, message })

const openPem = (path: string): string => {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  }
  return readFileSync(path, 'utf8')
}
