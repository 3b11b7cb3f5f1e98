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

let server: Promise<oauth.AuthorizationServer> | undefined

/** Exchanges a code of the authorization endpoint (PKCE). Throws `not-signed-in` when it is refused. */
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
      insecure(),
    )
    return oauth.processAuthorizationCodeResponse(as, client, response)
  })

/** Gets a new access token. Throws `not-signed-in` when the refresh token is dead. */
export const renew = (refreshToken: string): Promise<Tokens> =>
  granted(async (as, client) => {
    const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), refreshToken, insecure())
    return oauth.processRefreshTokenResponse(as, client, response)
  })

/** Makes a refresh token useless; one that is dead already is no failure. */
export const revoke = async (refreshToken: string): Promise<void> => {
  const as = await discover()
  await oauth.revocationRequest(as, clientOf(), oauth.None(), refreshToken, insecure())
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
    if (error instanceof oauth.ResponseBodyError) throw new Problem('not-signed-in')
    throw error
  }
}

const clientOf = (): oauth.Client => ({ client_id: requireEnv('OIDC_CLIENT_ID') })

/** Plain HTTP is for the provider on this very machine alone. */
const insecure = () => ({
  [oauth.allowInsecureRequests]: new URL(requireEnv('OIDC_ISSUER')).hostname === 'localhost',
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
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure()))
}
