// Who is signed in, in the browser. The access token lives in memory only; the cookie that renews it is out of
// reach of any script, so a reload or a new page stays signed in and a stolen page script finds no token to keep.

import type { OpenSession, Session } from '../../forms/session-wire.ts'
import { forgetDossiers } from './forget-dossiers.ts'

const PENDING = 'echeance.connexion'
const UNAVAILABLE = 'Le service de connexion ne répond pas. Réessayez dans un instant.'
const RENEW_BEFORE_MS = 60_000

type Pending = { state: string; codeVerifier: string; returnTo: string }
type Token = { value: string; expiresAt: number }

/** A sign-in or sign-out that cannot go on; the message is French and says what to do. */
export class SignInError extends Error {}

let token: Token | undefined
let renewing: Promise<string | undefined> | undefined

/**
 * Leaves for the identity provider; the person comes back to `returnTo`, a path of this site. Throws SignInError;
 * rejects when the network fails.
 */
export const signIn = async (returnTo: string): Promise<void> => {
  const response = await fetch('/config.json')
  if (!response.ok) throw new SignInError(UNAVAILABLE)
  const config = await response.json()
  const pending: Pending = { state: random(), codeVerifier: random(), returnTo: samePath(returnTo) }
  sessionStorage.setItem(PENDING, JSON.stringify(pending))
  const query = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: `${location.origin}/connexion/retour/`,
    response_type: 'code',
    scope: config.scope,
    state: pending.state,
    code_challenge: await challengeOf(pending.codeVerifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    // Cognito's own name for the language of its pages; other providers take no notice.
    lang: 'fr',
  })
  location.assign(`${config.authorizationEndpoint}?${query}`)
}

/**
 * On the return page: exchanges the code and answers where to go on, a path of this site. Throws SignInError; rejects
 * when the network fails.
 */
export const completeSignIn = async (): Promise<string> => {
  const query = new URLSearchParams(location.search)
  const pending: Pending | null = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null')
  if (!pending || query.get('state') !== pending.state) {
    throw new SignInError('Cette connexion n’a pas été demandée depuis cet onglet, ou a expiré. Recommencez.')
  }
  sessionStorage.removeItem(PENDING)
  const code = query.get('code')
  if (!code) throw new SignInError('La connexion n’a pas abouti. Recommencez.')
  const opened = await openSession({ code, codeVerifier: pending.codeVerifier })
  if (!opened) throw new SignInError('La connexion a été refusée. Recommencez.')
  await forgetDossiers()
  return samePath(pending.returnTo)
}

/**
 * A token good for a minute at least, renewed when needed; undefined when nobody is signed in. Throws SignInError
 * when the service is in trouble and rejects when the network fails: neither says anything of the session.
 */
export const accessToken = async (): Promise<string | undefined> => {
  if (token && token.expiresAt - RENEW_BEFORE_MS > Date.now()) return token.value
  renewing ??= openSession({}).finally(() => {
    renewing = undefined
  })
  return renewing
}

/** After the API refused the token: the next use renews it. */
export const forgetToken = (): void => {
  token = undefined
}

/**
 * Signs out here and at the provider, and goes to the home page. Throws SignInError when the cookie is still there,
 * and rejects when the network fails: nobody may leave a shared computer believing they are signed out.
 */
export const signOut = async (): Promise<void> => {
  const response = await fetch('/api/session', { method: 'DELETE' })
  if (!response.ok) {
    throw new SignInError('La déconnexion n’a pas abouti : vous êtes toujours connecté. Réessayez.')
  }
  token = undefined
  await forgetDossiers()
  location.assign('/')
}

const openSession = async (body: OpenSession): Promise<string | undefined> => {
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status === 401) return undefined
  if (!response.ok) throw new SignInError(UNAVAILABLE)
  const { accessToken: value, expiresInSeconds }: Session = await response.json()
  token = { value, expiresAt: Date.now() + expiresInSeconds * 1000 }
  return value
}

/** A path of this site, whatever was asked: never another site, nor a path (`//host`) that reads as one. */
const samePath = (returnTo: string): string => {
  if (!URL.canParse(returnTo, location.origin)) return '/'
  const url = new URL(returnTo, location.origin)
  const stays = url.origin === location.origin && /^\/(?!\/)/.test(url.pathname)
  return stays ? url.pathname + url.search + url.hash : '/'
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
