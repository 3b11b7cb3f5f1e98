// Who is signed in, for the header. Read by a narrow check rather than by zod: every page carries this one.
import type { Me } from '../../forms/session-wire.ts'
import { request } from './api.ts'

/** Asks who is signed in. Throws what `request` throws. */
export const loadMe = async (signal?: AbortSignal): Promise<Me> =>
  (await request('/me', { read: readMe, ...(signal ? { signal } : {}) })).body

/** Where a person's work is: partners file, agents follow. */
export const homeOf = (me: Pick<Me, 'memberships' | 'agencies'>): '/mes-demarches/' | '/caf/' =>
  me.memberships.length === 0 && me.agencies.length > 0 ? '/caf/' : '/mes-demarches/'

const readMe = (body: unknown): Me => {
  if (isMe(body)) return body
  throw new Error('GET /me answered something else')
}

const isMe = (body: unknown): body is Me =>
  typeof body === 'object' &&
  body !== null &&
  'name' in body &&
  typeof body.name === 'string' &&
  'memberships' in body &&
  Array.isArray(body.memberships) &&
  'agencies' in body &&
  Array.isArray(body.agencies) &&
  'expired' in body &&
  Array.isArray(body.expired)
