// The thinnest KMS: it signs with one P-256 key kept on disk. Ours because npm has no maintained emulator of KMS
// and signing is one call of node:crypto; the receipts code reaches it by endpoint, as it reaches KMS on AWS.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { json as readJson } from 'node:stream/consumers'
import * as z from 'zod'
import { canonicalJson } from '../../forms/canonical.ts'
import { writeWhole } from './write-whole.ts'

const KEY_ID = 'recus'

const SignRequest = z.object({
  Message: z.base64(),
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

/** Opens the key kept under `<dataDir>/receipts`, made at the first start. Only `Sign` of a raw message is served. */
export const createKms = ({ dataDir }: { dataDir: string }): Kms => {
  const folder = join(dataDir, 'receipts')
  const publicFolder = join(folder, 'public')
  mkdirSync(publicFolder, { recursive: true })
  const privateKey = createPrivateKey(openPem(join(folder, 'private.pem')))
  const { kty, crv, x, y } = PublicJwk.parse(createPublicKey(privateKey).export({ format: 'jwk' }))
  const kid = createHash('sha256').update(canonicalJson({ kty, crv, x, y })).digest('base64url')
  writeWhole(
    join(publicFolder, `${kid}.json`),
    JSON.stringify({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }),
  )
  return {
    keyId: KEY_ID,
    kid,
    jwks: () => ({
      keys: readdirSync(publicFolder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => PublicJwk.parse(JSON.parse(readFileSync(join(publicFolder, name), 'utf8')))),
    }),
    handle: async (request, response) => {
      const send = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
      const asked = SignRequest.safeParse(await readJson(request).catch(() => undefined))
      if (request.headers['x-amz-target'] !== 'TrentService.Sign' || !asked.success) {
        send(400, {
          __type: 'UnsupportedOperationException',
          message: 'Only Sign of a RAW message is served.',
        })
        return
      }
      const signature = sign('sha256', Buffer.from(asked.data.Message, 'base64'), privateKey)
      send(200, {
        KeyId: KEY_ID,
        Signature: signature.toString('base64'),
        SigningAlgorithm: asked.data.SigningAlgorithm,
      })
    },
  }
}

const openPem = (path: string): string => {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  }
  return readFileSync(path, 'utf8')
}
