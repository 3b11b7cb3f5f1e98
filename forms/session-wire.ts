// What travels about the signed-in person.
import * as z from 'zod'
import { Agency, Membership } from './nouns/people.ts'
import { Instant } from './nouns/scalars.ts'

/** GET /me: the signed-in person, and the server's clock for pages to count from. */
export const Me = z.object({
  email: z.email(),
  name: z.string(),
  memberships: z.array(Membership),
  agencies: z.array(Agency),
  /** The organisations and Cafs whose invitation was not taken up in time. */
  expired: z.array(z.string()).default([]),
  now: Instant,
})
export type Me = z.infer<typeof Me>

/** POST /session: with a code from the identity provider, or empty to renew from the cookie. */
export const OpenSession = z.union([
  z.strictObject({ code: z.string().min(1), codeVerifier: z.string().min(43).max(128) }),
  z.strictObject({}),
])
export type OpenSession = z.infer<typeof OpenSession>
export const Session = z.object({ accessToken: z.string(), expiresInSeconds: z.int() })
export type Session = z.infer<typeof Session>
