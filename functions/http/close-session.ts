// DELETE /session: signs out, and makes the refresh token useless.
import { revoke } from '../external/identity.ts'
import { http, noBody, noContent, nothing } from '../middleware/http.ts'
import { assertSameOrigin, clearedSessionCookie, refreshTokenOf } from '../middleware/session-cookie.ts'

export const handler = http({
  route: 'DELETE /session',
  before: assertSameOrigin,
  load: nothing,
  body: noBody,
  act: async ({ event }) => {
    const held = refreshTokenOf(event)
    if (held) await revoke(held)
    return noContent({ cookies: [clearedSessionCookie] })
  },
})
