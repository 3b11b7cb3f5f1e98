// GET /me: the signed-in person, with the server's clock.
import type { Me } from '../../forms/wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'

export const handler = http({
  route: 'GET /me',
  load: nothing,
  body: noBody,
  act: ({ actor: { email, name, memberships, agencies }, receivedAt }) =>
    ok({ email, name, memberships, agencies, now: receivedAt } satisfies Me),
})
