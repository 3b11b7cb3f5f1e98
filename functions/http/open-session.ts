// POST /session: signs in with a code of the identity provider, or renews from the cookie.
import { Problem } from '../../forms/problems.ts'
import { OpenSession, type Session } from '../../forms/session-wire.ts'
import { exchangeCode, renew, type Tokens } from '../external/identity.ts'
import { http, nothing, ok } from '../middleware/http.ts'
import {
  assertSameOrigin,
  clearedSessionCookie,
  refreshTokenOf,
  sessionCookie,
} from '../middleware/session-cookie.ts'

export const handler = http({
  route: 'POST /session',
  before: assertSameOrigin,
  load: nothing,
  body: OpenSession,
  act: async ({ body, event }) => {
    const { accessToken, expiresInSeconds, refreshToken } =
      'code' in body
        ? await exchangeCode(body.code, body.codeVerifier)
        : await renewHeld(refreshTokenOf(event))
    return ok({ accessToken, expiresInSeconds } satisfies Session, {
      // A new sign-in never keeps the cookie of whoever was there before.
      cookies: [refreshToken ? sessionCookie(refreshToken) : clearedSessionCookie],
    })
  },
})

/** A provider that does not rotate refresh tokens sends none back: the one held stays good. */
const renewHeld = async (held: string | undefined): Promise<Tokens> => {
  if (!held) throw new Problem('not-signed-in')
  return { refreshToken: held, ...(await renew(held)) }
}
