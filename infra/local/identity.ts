// Identity on one machine: a real OpenID Connect provider whose only difference is how one proves who one is, by
// choosing a demo account. It keeps the real clock, whatever the domain clock says.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { JSONWebKeySet } from 'jose'
import { Provider } from 'oidc-provider'
import { accountPage, accountPageHeaders } from './account-page.ts'
import { findAccount } from './demo-accounts.ts'
import { API_AUDIENCE } from './gateway.ts'
import { ACCESS_TOKEN_SECONDS, claimsOf, mintToken, openKeys, publicJwks } from './identity-keys.ts'
import { openIdentityStore } from './identity-store.ts'

export const IDENTITY_PREFIX = '/oidc'
const CLIENT_ID = 'echeance-web'
const SCOPES = 'openid email profile offline_access'
const RESOURCE = 'urn:echeance:api'
const HOURS = 3600

type Options = { readonly issuer: string; readonly siteOrigin: string; readonly dataDir: string }

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

export type Identity = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly jwks: JSONWebKeySet
  /** An access token for a demo account, without the browser; throws for an unknown e-mail. */
  readonly mintAccessToken: (email: string) => Promise<string>
}

/** Opens the provider; keys, sessions and refresh tokens are kept under `<dataDir>/identity`. */
export const createIdentity = ({ issuer, siteOrigin, dataDir }: Options): Identity => {
  const keys = openKeys(dataDir)
  const provider = createProvider(issuer, siteOrigin, dataDir)
  provider.on('server_error', (_, error) => console.error(error))
  const callback = provider.callback()

  const chooseAccount = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response)
    const chosen =
      request.method === 'POST'
        ? findAccount(new URLSearchParams(await text(request)).get('compte') ?? '')
        : undefined
    if (chosen) {
      await endFormerSession(provider, interaction, chosen.sub)
      await provider.interactionFinished(request, response, { login: { accountId: chosen.sub } })
    } else {
      response
        .writeHead(200, accountPageHeaders)
        .end(accountPage(`${IDENTITY_PREFIX}/interaction/${interaction.uid}`))
    }
  }

  return {
    jwks: publicJwks(keys),
    mintAccessToken: async (email) => {
      const account = findAccount(email)
      if (!account) throw new Error(`Aucun compte de démonstration « ${email} ».`)
      return mintToken(keys, issuer, account)
    },
    handle: async (request, response) => {
      const path = request.url ?? '/'
      if (path.startsWith(`${IDENTITY_PREFIX}/interaction/`)) {
        return chooseAccount(request, response).catch(() => {
          // The interaction has expired or was finished already: start again from the site.
          response.writeHead(303, { location: siteOrigin }).end()
        })
      }
      // The provider finds the path it is mounted at by comparing the two.
      Object.assign(request, { originalUrl: path, url: path.slice(IDENTITY_PREFIX.length) || '/' })
      return callback(request, response)
    },
  }
}

/**
 * Ends the session of the person who was signed in before on this browser, and its refresh token with it. Left to
 * itself the provider does so by a page of its own that needs script.
 */
const endFormerSession = async (provider: Provider, interaction: Interaction, sub: string): Promise<void> => {
  const former = interaction.session
  if (!former || former.accountId === sub) return
  await (await provider.Session.findByUid(former.uid))?.destroy()
  delete interaction.session
  await interaction.persist()
}

const createProvider = (issuer: string, siteOrigin: string, dataDir: string): Provider => {
  const keys = openKeys(dataDir)
  return new Provider(issuer, {
    adapter: openIdentityStore(join(dataDir, 'identity', 'store.json')),
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${siteOrigin}/connexion/retour/`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    scopes: SCOPES.split(' '),
    responseTypes: ['code'],
    pkce: { required: () => true },
    // A renewal must not end the session of another tab that renews at the same moment; Cognito does the same.
    rotateRefreshToken: false,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      Grant: 12 * HOURS,
      IdToken: HOURS,
      Interaction: HOURS,
      RefreshToken: 12 * HOURS,
      Session: 12 * HOURS,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: API_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    interactions: { url: (_, { uid }) => `${IDENTITY_PREFIX}/interaction/${uid}` },
    findAccount: (_, sub) => {
      const account = findAccount(sub)
      return account && { accountId: sub, claims: () => ({ sub, ...claimsOf(account) }) }
    },
    extraTokenClaims: (_, token) => {
      const account = 'accountId' in token ? findAccount(String(token.accountId)) : undefined
      return account && claimsOf(account)
    },
    // The provider's own error page is English and asks Google for a font: the site's return page says it better.
    renderError: (ctx, { error }) => {
      ctx.status = 303
      ctx.set('location', `${siteOrigin}/connexion/retour/?${new URLSearchParams({ error })}`)
      ctx.body = ''
    },
    // The site is the platform's own: nobody is asked for consent.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: CLIENT_ID,
        accountId: String(ctx.oidc.session?.accountId),
      })
      grant.addOIDCScope(SCOPES)
      grant.addResourceScope(RESOURCE, '')
      await grant.save()
      return grant
    },
  })
}
