import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { emailOf, findKnownMemberships, joinedMembershipsOf } from '../store/people.ts'

/** What the gateway's JWT authorizer passes on; claims arrive as strings from API Gateway. */
const Claims = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.union([z.literal(true), z.literal('true')]),
  name: z.string().optional(),
})
type Claims = z.infer<typeof Claims>
const Authorized = z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) })

/** Whom the gateway authenticated. Throws `not-signed-in` without a usable identity. */
export const claimsOf = (event: APIGatewayProxyEventV2): Claims => {
  const authorized = Authorized.safeParse(event.requestContext)
  if (!authorized.success) throw new Problem('not-signed-in')
  return authorized.data.authorizer.jwt.claims
}

/**
 * The signed-in person of a request the gateway has authenticated. Memberships are read at every request,
 * so that a removed member loses access at once; they are matched by the verified e-mail the first time a
 * `sub` is seen and by that `sub` from then on.
 */
export const loadActor = async ({ sub, email: claimed, name }: Claims, at: string): Promise<Actor> => {
  const email = await emailOf(sub, claimed.toLowerCase())
  const known = name ?? email
  const { memberships, agencies } = await joinedMembershipsOf(email, known, at)
  return { sub, email, name: known, memberships, agencies }
}

/**
 * The same person with the accesses that this process knows of, as they stand now: enough to allow what is asked, never
 * to refuse it. Undefined when it knows none.
 */
export const findKnownActor = async (
  { sub, email: claimed, name }: Claims,
  at: string,
): Promise<Actor | undefined> => {
  const email = await emailOf(sub, claimed.toLowerCase())
  const known = await findKnownMemberships(email, at)
  return (
    known && { sub, email, name: name ?? email, memberships: known.memberships, agencies: known.agencies }
  )
}
