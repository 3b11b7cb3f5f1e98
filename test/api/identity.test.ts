import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createGateway } from '../../infra/local/gateway.ts'
import { createIdentity, type Identity } from '../../infra/local/identity.ts'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { authorize, cookieJar, type Jar } from '../support/browserless.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-identity-'))
const TROUBLE = '{"error":"temporarily_unavailable"}'
const COOKIE = '__Host-echeance'
const EMAIL = 'partenaire@asso-belledonne.test'
let server: Listening
let origin: string
let identity: Identity
/** What the provider answers instead of its own reply, by address, when it is in trouble. */
const trouble = new Map<string, number>()

const open = () => createIdentity({ issuer: `${origin}/oidc`, siteOrigin: origin, dataDir })

beforeAll(async () => {
  const front = createServer((request, response) => {
    const failing = trouble.get(request.url ?? '')
    if (failing) return response.writeHead(failing, { 'content-type': 'application/json' }).end(TROUBLE)
    if (request.url?.startsWith('/oidc')) return identity.handle(request, response)
    return gateway(request, response)
  })
  server = await listen(front, 0)
  origin = `http://localhost:${server.port}`
  const environment = { OIDC_ISSUER: `${origin}/oidc`, OIDC_CLIENT_ID: 'echeance-web', SITE_ORIGIN: origin }
  Object.assign(process.env, environment)
  identity = open()
  const gateway = createGateway({ issuer: `${origin}/oidc`, jwks: identity.jwks, now: Date.now })
})
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})
afterEach(() => {
  trouble.clear()
  vi.restoreAllMocks()
})

const session = (jar: Jar, body: unknown, from = origin) =>
  jar.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: from },
    body: JSON.stringify(body),
  })
/** Signs in, on a browser of one's own unless told; answers the browser and the access token. */
const signIn = async (email = EMAIL, jar = cookieJar(origin)) => {
  const { code, codeVerifier } = await authorize(jar, origin, email)
  const { accessToken } = await (await session(jar, { code, codeVerifier })).json()
  return { jar, accessToken, cookie: jar.cookies.get(COOKIE) ?? '' }
}
const signOut = (jar: Jar) => jar.fetch('/api/session', { method: 'DELETE', headers: { origin } })
const claimsOf = async (token: string) =>
  (await jwtVerify(token, createLocalJWKSet(identity.jwks), { audience: 'echeance-api' })).payload

describe('signing in', () => {
  it('shows the demo accounts, and exchanges the code for a token and a cookie no script can read', async () => {
    const jar = cookieJar(origin)
    const { code, codeVerifier, html } = await authorize(jar, origin, EMAIL)
    expect(html).toMatch(/Choisir un compte de démonstration.*conseiller@caf741\.test/s)
    const response = await session(jar, { code, codeVerifier })
    expect(response.status).toBe(200)
    const cookie = response.headers.getSetCookie().join()
    expect(cookie).toMatch(/^__Host-echeance=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=/)
    const { accessToken, expiresInSeconds } = await response.json()
    expect(expiresInSeconds).toBeGreaterThan(600)
    const camille = { sub: 'p1', email: EMAIL, email_verified: true, name: 'Camille Martin' }
    expect(await claimsOf(accessToken)).toMatchObject(camille)
  })

  it('refuses a code with another verifier, a code used twice, and a code of nobody', async () => {
    const jar = cookieJar(origin)
    const { code, codeVerifier } = await authorize(jar, origin, EMAIL)
    expect((await session(jar, { code, codeVerifier: 'x'.repeat(43) })).status).toBe(401)
    const { html: _, ...again } = await authorize(jar, origin, EMAIL)
    expect((await session(jar, again)).status).toBe(200)
    expect((await session(cookieJar(origin), again)).status).toBe(401)
    expect((await session(cookieJar(origin), { code: 'rien', codeVerifier })).status).toBe(401)
  })

  it('refuses another site’s page, before it reads anything', async () => {
    const { jar } = await signIn()
    expect((await session(jar, {}, 'https://ailleurs.test')).status).toBe(403)
    expect((await jar.fetch('/api/session', { method: 'POST', body: '{' })).status).toBe(403)
  })

  it('sends a request that makes no sense to the site’s own page, which says so in French', async () => {
    const response = await cookieJar(origin).fetch(
      `/oidc/auth?client_id=echeance-web&response_type=code&scope=openid&redirect_uri=http://127.0.0.1:1/`,
    )
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${origin}/connexion/retour/?error=invalid_redirect_uri`)
  })

  it('refuses half a request, and a renewal without a cookie', async () => {
    expect((await session(cookieJar(origin), { code: 'x' })).status).toBe(400)
    expect((await session(cookieJar(origin), {})).status).toBe(401)
  })
})

describe('staying signed in', () => {
  it('renews from the cookie, in two tabs at once', async () => {
    const { jar } = await signIn()
    const tabs = await Promise.all([session(jar, {}), session(jar, {}), session(jar, {})])
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('survives a restart of the provider', async () => {
    const { jar } = await signIn()
    identity = open()
    expect((await session(jar, {})).status).toBe(200)
  })

  it('ends for the former person when another signs in on the same browser', async () => {
    const { jar, cookie } = await signIn()
    const { accessToken } = await signIn('conseiller@caf731.test', jar)
    expect((await claimsOf(accessToken)).email).toBe('conseiller@caf731.test')
    expect((await session(jar, {})).status).toBe(200)
    jar.cookies.set(COOKIE, cookie)
    expect((await session(jar, {})).status).toBe(401)
  })

  it('is not ended by a provider in trouble', async () => {
    const { jar } = await signIn()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    trouble.set('/oidc/token', 429)
    expect((await session(jar, {})).status).toBe(500)
    trouble.clear()
    expect((await session(jar, {})).status).toBe(200)
  })

  it('ends on this device even when the provider cannot be told, which is logged', async () => {
    const { jar } = await signIn()
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    trouble.set('/oidc/token/revocation', 503)
    expect((await signOut(jar)).status).toBe(204)
    expect(jar.cookies.has(COOKIE)).toBe(false)
    expect(log).toHaveBeenCalledOnce()
  })

  it('ends with the sign-out, for good', async () => {
    const { jar, cookie } = await signIn()
    expect((await signOut(jar)).status).toBe(204)
    expect(jar.cookies.has(COOKIE)).toBe(false)
    jar.cookies.set(COOKIE, cookie)
    expect((await session(jar, {})).status).toBe(401)
  })
})

describe('a token for curl', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['infra/local/token.ts', ...args], { encoding: 'utf8' })

  it('is the account’s, and is all that is printed', async () => {
    const { status, stdout, stderr } = run(EMAIL, '--data', dataDir, '--port', '8099')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(await claimsOf(stdout.trim())).toMatchObject({ iss: 'http://localhost:8099/oidc', email: EMAIL })
    await expect(identity.mintAccessToken('inconnu@nulle-part.test')).rejects.toThrow('Aucun compte')
  })

  it.each([
    [['inconnu@nulle-part.test'], /« inconnu@nulle-part\.test ».*saisie@asso-belledonne\.test/s],
    [[EMAIL, '--data', '/nulle/part'], /lancez d’abord npm start/],
    [[EMAIL, '--port', 'abc'], /--port attend un nombre/],
    [[EMAIL, '--prot', '8081'], /^Usage : npm run token/],
  ])('says in a sentence what is wrong with %j', (args, sentence) => {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toContain('    at ')
  })
})
