// What the API tells of people and their accesses.
import { type Agent, type Member, standingOf } from './people.ts'

type Told = {
  readonly id: string
  readonly now: string
  /** Whether mail to this address came back. */
  readonly returned: boolean
  /** The caller's address. */
  readonly self: string
}

/** One access as a row shows it. */
export const personView = <A extends Member | Agent>(access: A, { id, now, returned, self }: Told) => {
  const { email, name, joinedAt, invitedAt, invitedBy, invitationEndsAt } = access
  const roles: A['roles'] = access.roles
  return {
    id,
    email,
    standing: standingOf(access, now),
    ...(name === undefined ? {} : { name }),
    ...(joinedAt === undefined ? {} : { joinedAt }),
    ...(invitedAt === undefined ? {} : { invitedAt }),
    ...(invitedBy === undefined ? {} : { invitedBy }),
    ...(invitationEndsAt === undefined ? {} : { invitationEndsAt }),
    roles,
    returned,
    self: email === self,
  }
}
