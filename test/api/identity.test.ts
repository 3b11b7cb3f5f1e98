import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../../infra/local/gateway.ts'
import { createIdentity, type Identity } from '../../infra/local/identity.ts'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { authorize, cookieJar, type Jar } from '../support/browserless.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-identity-'))
const EMAIL = 'partenaire@asso-belledonne.test'
let server: Listening
let origin: string
let identity: Identity

const open = () => createIdentity({ issuer: `${origin}/oidc`, siteOrigin: origin, dataDir })

beforeAll(async () => {
  const front = createServer((request, response) =>
    request.url?.startsWith('/oidc') ? identity.handle(request, response) : gateway(request, response),
  )
  server = await listen(front, 0)
  origin = `http://localhost:${server.port}`
  Object.assign(process.env, {
    OIDC_ISSUER: `${origin}/oidc`,
    OIDC_CLIENT_ID: 'echeance-web',
    SITE_ORIGIN: origin,
  })
  identity = open()
  const gateway = createGateway({ issuer: `${origin}/oidc`, jwks: identity.jwks, now: Date.now })
})
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const session = (jar: Jar, body: unknown, from = origin) =>
  jar.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: from },
    body: JSON.stringify(body),
  })
const signedIn = async () => {
  const jar = cookieJar(origin)
  const { code, codeVerifier } = await authorize(jar, origin, EMAIL)
  const response = await session(jar, { code, codeVerifier })
  return { jar, response }
}

describe('signing in', () => {
  it('shows the demo accounts, and exchanges the code for a token and a cookie no script can read', async () => {
    const jar = cookieJar(origin)
    const { code, codeVerifier, html } = await authorize(jar, origin, EMAIL)
    expect(html).toContain('Choisir un compte de démonstration')
    expect(html).toContain('conseiller@caf741.test')
    const response = await session(jar, { code, codeVerifier })
    expect(response.status).toBe(200)
    const cookie = response.headers.getSetCookie().join()
    for (const part of ['__Host-echeance=', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) {
      expect(cookie).toContain(part)
    }
    const { accessToken, expiresInSeconds } = await response.json()
    expect(expiresInSeconds).toBeGreaterThan(600)
    const { payload } = await jwtVerify(accessToken, createLocalJWKSet(identity.jwks), {
      issuer: `${origin}/oidc`,
      audience: 'echeance-api',
    })
    expect(payload).toMatchObject({ email: EMAIL, email_verified: true, name: 'Camille Martin' })
  })

  it('refuses a code with another verifier, a code used twice, and a code of nobody', async () => {
    const jar = cookieJar(origin)
    const { code, codeVerifier } = await authorize(jar, origin, EMAIL)
    expect((await session(jar, { code, codeVerifier: 'x'.repeat(43) })).status).toBe(401)
    const again = await authorize(jar, origin, EMAIL)
    expect((await session(jar, { ...again, html: undefined })).status).toBe(200)
    expect(
      (await session(cookieJar(origin), { code: again.code, codeVerifier: again.codeVerifier })).status,
    ).toBe(401)
    expect((await session(cookieJar(origin), { code: 'rien', codeVerifier })).status).toBe(401)
  })

  it('refuses another site’s page, before it reads anything', async () => {
    const { jar } = await signedIn()
    const response = await session(jar, {}, 'https://ailleurs.test')
    expect(response.status).toBe(403)
    expect((await jar.fetch('/api/session', { method: 'POST', body: '{' })).status).toBe(403)
  })

  it('refuses what is not a session request', async () => {
    expect((await session(cookieJar(origin), { code: 'x' })).status).toBe(400)
    expect((await session(cookieJar(origin), {})).status).toBe(401)
  })
})

describe('staying signed in', () => {
  it('renews from the cookie, in two tabs at once', async () => {
    const { jar } = await signedIn()
    const tabs = await Promise.all([session(jar, {}), session(jar, {}), session(jar, {})])
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('survives a restart of the provider', async () => {
    const { jar } = await signedIn()
    identity = open()
    expect((await session(jar, {})).status).toBe(200)
  })

  it('ends with the sign-out, for good', async () => {
    const { jar } = await signedIn()
    const held = new Map(jar.cookies)
    const out = await jar.fetch('/api/session', { method: 'DELETE', headers: { origin } })
    expect(out.status).toBe(204)
    expect(jar.cookies.has('__Host-echeance')).toBe(false)
    for (const [name, value] of held) jar.cookies.set(name, value)
    expect((await session(jar, {})).status).toBe(401)
  })
})

describe('a token for curl', () => {
  it('is the account’s, and unknown accounts have none', async () => {
    const token = await identity.mintAccessToken('conseiller@caf731.test')
    const { payload } = await jwtVerify(token, createLocalJWKSet(identity.jwks))
    expect(payload).toMatchObject({ email: 'conseiller@caf731.test', aud: 'echeance-api' })
    await expect(identity.mintAccessToken('inconnu@nulle-part.test')).rejects.toThrow('Aucun compte')
  })
})
