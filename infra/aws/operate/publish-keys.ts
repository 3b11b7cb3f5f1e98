// Publishes the public keys of the stage's receipts at /.well-known/jwks.json. A key once published stays for ever:
// whoever keeps a receipt can verify it, whatever keys came after.
import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import { putFile } from './put-file.ts'
import { needed, type Options, outputsOf } from './stage.ts'

const ADDRESS = '/.well-known/jwks.json'

const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
const PublishedJwk = PublicJwk.extend({ kid: z.string(), alg: z.literal('ES256'), use: z.literal('sig') })
type PublishedJwk = z.infer<typeof PublishedJwk>
const KeySet = z.object({ keys: z.array(PublishedJwk) })

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api'])
  const { keys } = await publishKeys(output('DefinitionsBucket'), output('ReceiptKeyIds').split(','))
  console.log(`Published at ${ADDRESS}: ${keys.map(({ kid }) => kid).join(', ')}`)
}

/** Adds keys of KMS to the published set, which keeps those it has. Throws when a known id has another key. */
export const publishKeys = async (
  bucket: string,
  keyIds: readonly string[],
): Promise<{ keys: PublishedJwk[] }> => {
  const published = await readPublished(bucket)
  const known = new Map(published.map((key) => [key.kid, key]))
  for (const key of await Promise.all(keyIds.map(publicKeyOf))) {
    const before = known.get(key.kid)
    if (before && (before.x !== key.x || before.y !== key.y)) {
      throw new Error(`The published key ${key.kid} is not the one that KMS has: nothing was changed`)
    }
    known.set(key.kid, key)
  }
  const set = { keys: [...known.values()] }
  await putFile(bucket, ADDRESS, JSON.stringify(set))
  return set
}

const readPublished = async (bucket: string): Promise<PublishedJwk[]> => {
  try {
    const { Body } = await new S3Client({}).send(
      new GetObjectCommand({ Bucket: bucket, Key: ADDRESS.slice(1) }),
    )
    return KeySet.parse(JSON.parse((await Body?.transformToString()) ?? '')).keys
  } catch (error) {
    // Anything else, an unreadable set first of all, must not end in a set that has lost keys.
    if (error instanceof NoSuchKey) return []
    throw error
  }
}

const publicKeyOf = async (kid: string): Promise<PublishedJwk> => {
  const { PublicKey } = await new KMSClient({}).send(new GetPublicKeyCommand({ KeyId: kid }))
  if (!PublicKey) throw new Error(`KMS has no public key for ${kid}`)
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' })
  return { ...PublicJwk.parse(key.export({ format: 'jwk' })), kid, alg: 'ES256', use: 'sig' }
}
