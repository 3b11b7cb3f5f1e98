// GET /me: the signed-in person, with the server's clock.
import type { Me } from '../../forms/session-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { membershipsOf } from '../store/people.ts'

export const handler = http({
  route: 'GET /me',
  load: nothing,
  body: noBody,
  act: async ({ actor: { email, name, memberships, agencies }, receivedAt: now }) => {
    const { expired } = await membershipsOf(email, now)
    return ok({ email, name, memberships, agencies, expired, now } satisfies Me)
  },
})
