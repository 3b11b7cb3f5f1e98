// POST /session: signs in with a code of the identity provider, or renews from the cookie.
import { Problem } from '../../forms/problems.ts'
import { OpenSession, type Session } from '../../forms/wire.ts'
import { exchangeCode, renew } from '../external/identity.ts'
import { http, nothing, ok } from '../middleware/http.ts'
import { assertSameOrigin, refreshTokenOf, sessionCookie } from '../middleware/session-cookie.ts'

export const handler = http({
  route: 'POST /session',
  before: assertSameOrigin,
  load: nothing,
  body: OpenSession,
  act: async ({ body, event }) => {
    const held = refreshTokenOf(event)
    if (!('code' in body) && !held) throw new Problem('not-signed-in')
    const tokens = 'code' in body ? await exchangeCode(body.code, body.codeVerifier) : await renew(held ?? '')
    const { accessToken, expiresInSeconds, refreshToken = held } = tokens
    return ok({ accessToken, expiresInSeconds } satisfies Session, {
      ...(refreshToken ? { cookies: [sessionCookie(refreshToken)] } : {}),
    })
  },
})
