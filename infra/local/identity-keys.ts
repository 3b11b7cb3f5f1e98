import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importJWK, type JWK, SignJWT } from 'jose'
import * as z from 'zod'
import type { DemoAccount } from './demo-accounts.ts'
import { API_AUDIENCE } from './gateway.ts'
import { writeWhole } from './write-whole.ts'

export const ACCESS_TOKEN_SECONDS = 900

const Keys = z.object({
  signing: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    kid: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  }),
  cookie: z.string(),
})
export type Keys = z.infer<typeof Keys>

const fileOf = (dataDir: string) => join(dataDir, 'identity', 'keys.json')

/** The provider's keys, if they were ever made in this data folder. */
export const findKeys = (dataDir: string): Keys | undefined =>
  existsSync(fileOf(dataDir)) ? Keys.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8'))) : undefined

/** The provider's keys, made at the first start. */
export const openKeys = (dataDir: string): Keys => {
  const known = findKeys(dataDir)
  if (known) return known
  mkdirSync(join(dataDir, 'identity'), { recursive: true })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const keys = Keys.parse({
    signing: {
      ...privateKey.export({ format: 'jwk' }),
      kid: randomBytes(8).toString('hex'),
      alg: 'ES256',
      use: 'sig',
    },
    cookie: randomBytes(32).toString('base64url'),
  })
  writeWhole(fileOf(dataDir), JSON.stringify(keys))
  return keys
}

/** The public half of the signing key. */
export const publicJwks = ({ signing: { d: _, ...publicKey } }: Keys): { keys: JWK[] } => ({
  keys: [publicKey],
})

/** The claims about a person that an access token carries. */
export const claimsOf = ({ email, name }: DemoAccount) => ({ email, email_verified: true, name })

/** An access token of an account, as the provider would issue it after a sign-in. */
export const mintToken = async (keys: Keys, issuer: string, account: DemoAccount): Promise<string> =>
  new SignJWT(claimsOf(account))
    .setProtectedHeader({ alg: 'ES256', kid: keys.signing.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(API_AUDIENCE)
    .setSubject(account.sub)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(await importJWK(keys.signing, 'ES256'))
