// The identity provider, reached by its own discovery document: Cognito on AWS, the embedded one on one machine.
import * as oauth from 'oauth4webapi'
import { Problem } from '../../forms/problems.ts'
import { requireEnv } from '../require-env.ts'

/** `accessToken` lives `expiresInSeconds`; the refresh token is there when one was issued. */
export type Tokens = {
  readonly accessToken: string
  readonly expiresInSeconds: number
  readonly refreshToken?: string
}

/** A provider that hangs must not hold a request until the function's own time is up. */
const TIMEOUT_MS = 5_000
const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1'])

let server: Promise<oauth.AuthorizationServer> | undefined

/** Exchanges a code of the authorization endpoint (PKCE). Throws `not-signed-in` when the code is refused. */
export const exchangeCode = (code: string, codeVerifier: string): Promise<Tokens> =>
  granted(async (as, client) => {
    const redirectUri = `${requireEnv('SITE_ORIGIN')}/connexion/retour/`
    // The page has compared `state` with its own before sending the code here.
    const parameters = oauth.validateAuthResponse(
      as,
      client,
      new URLSearchParams({
        code,
        ...(as.authorization_response_iss_parameter_supported ? { iss: as.issuer } : {}),
      }),
      oauth.skipStateCheck,
    )
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      codeVerifier,
      reached(),
    )
    return oauth.processAuthorizationCodeResponse(as, client, response)
  })

/** Gets a new access token. Throws `not-signed-in` when the refresh token is dead. */
export const renew = (refreshToken: string): Promise<Tokens> =>
  granted(async (as, client) => {
    const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), refreshToken, reached())
    return oauth.processRefreshTokenResponse(as, client, response)
  })

/**
 * Makes a refresh token useless; one that is dead already is no failure. A provider that cannot be told is logged,
 * not thrown: people must be able to sign out of a shared computer, and the token dies by itself within hours.
 */
export const revoke = async (refreshToken: string): Promise<void> => {
  try {
    const as = await discover()
    const response = await oauth.revocationRequest(as, clientOf(), oauth.None(), refreshToken, reached())
    await oauth.processRevocationResponse(response)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(JSON.stringify({ level: 'ERROR', message: 'A refresh token was not revoked', reason }))
  }
}

const granted = async (
  grant: (as: oauth.AuthorizationServer, client: oauth.Client) => Promise<oauth.TokenEndpointResponse>,
): Promise<Tokens> => {
  const as = await discover()
  try {
    const { access_token, expires_in, refresh_token } = await grant(as, clientOf())
    return {
      accessToken: access_token,
      expiresInSeconds: expires_in ?? 0,
      ...(refresh_token ? { refreshToken: refresh_token } : {}),
    }
  } catch (error) {
    // Anything else (throttling, an outage, a wrong client) says nothing of the session.
    if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant') {
      throw new Problem('not-signed-in')
    }
    throw error
  }
}

const clientOf = (): oauth.Client => ({ client_id: requireEnv('OIDC_CLIENT_ID') })

/** How the provider is reached: in time, and by plain HTTP only when it is on this very machine. */
const reached = () => ({
  [oauth.allowInsecureRequests]: ON_THIS_MACHINE.has(new URL(requireEnv('OIDC_ISSUER')).hostname),
  signal: () => AbortSignal.timeout(TIMEOUT_MS),
})

const discover = (): Promise<oauth.AuthorizationServer> => {
  server ??= discoverOnce().catch((error: unknown) => {
    server = undefined
    throw error
  })
  return server
}

const discoverOnce = async (): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(requireEnv('OIDC_ISSUER'))
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, reached()))
}
