// Who is asking, and what they may do: read at every request, so that a removed member loses access at once.
import * as z from 'zod'
import { Agency, type AgentRole, Membership, type PartnerRole } from '../../forms/nouns/people.ts'
import { Agent, Member, standingOf } from '../../forms/people.ts'
import { ownerKeys } from './index-keys.ts'
import { type Key, keys, ranges } from './keys.ts'
import { cafHouse, type House, join, listPeople, organisationHouse } from './members.ts'
import { queryIndex, queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem } from './write-items.ts'

const Subject = z.object({ email: z.email() })
/** Immutable once written, hence safe to keep for the life of the process. Bounded: emptied when full. */
const knownEmails = new Map<string, string>()
const MAX_KNOWN = 10_000

/**
 * The e-mail a `sub` stands for. The first sign-in ties the `sub` to its verified e-mail; a later change of
 * address at the identity provider does not move memberships to somebody else.
 */
export const emailOf = async (sub: string, verifiedEmail: string): Promise<string> => {
  const known = knownEmails.get(sub)
  if (known) return known
  const key = keys.subject(sub)
  const stored = await findItem(key, Subject)
  if (!stored) await putItem(key, { email: verifiedEmail }, { condition: 'attribute_not_exists(pk)' })
  const { email } = stored ?? (await findItem(key, Subject)) ?? { email: verifiedEmail }
  if (knownEmails.size >= MAX_KNOWN) knownEmails.clear()
  knownEmails.set(sub, email)
  return email
}

/** A person's accesses as they stand at `at`; `expired` names those whose invitation was not taken up in time. */
export type Accesses = { memberships: Membership[]; agencies: Agency[]; expired: string[] }

/** A person's roles in organisations and Cafs. */
export const membershipsOf = async (email: string, at: string): Promise<Accesses> =>
  standing(await accessesOf(email), at)

const standing = ({ members, agents }: Found, at: string): Accesses => {
  const holds = (access: Member | Agent) => standingOf(access, at) !== 'expired'
  return {
    memberships: members.filter(holds).map((member) => Membership.parse(member)),
    agencies: agents.filter(holds).map((agent) => Agency.parse(agent)),
    expired: [
      ...members.filter((member) => !holds(member)).map(({ organisationName }) => organisationName),
      ...agents.filter((agent) => !holds(agent)).map(({ cafName }) => cafName),
    ],
  }
}

/**
 * The same for a person who signs in: accesses given to their address and found for the first time begin with it.
 */
export const joinedMembershipsOf = async (email: string, name: string, at: string): Promise<Accesses> => {
  const found = await accessesOf(email)
  const places: readonly (readonly [House, Member | Agent])[] = [
    ...found.members.map((member) => [organisationHouse(member.organisationId), member] as const),
    ...found.agents.map((agent) => [cafHouse(agent.cafId), agent] as const),
  ]
  const fresh = places.filter(
    ([, access]) => access.joinedAt === undefined && standingOf(access, at) !== 'expired',
  )
  if (fresh.length === 0) return standing(found, at)
  await Promise.all(fresh.map(([house, access]) => join(house, access, { name, at })))
  return membershipsOf(email, at)
}

type Found = { members: Member[]; agents: Agent[] }

/**
 * Where the accesses of people stood when all of theirs were last read. Read by key together with what a request is
 * about, they need no request of their own. Bounded: emptied when full.
 */
const knownAccesses = new Map<string, readonly Key[]>()

/**
 * The accesses of a person at `at` among those that this process has seen before, as they stand now: what was taken
 * away since is not there, what was given since is missing, so that they may allow and never refuse. Undefined where
 * none was seen, or one has not begun.
 */
export const findKnownMemberships = async (email: string, at: string): Promise<Accesses | undefined> => {
  const rows = await Promise.all((knownAccesses.get(email) ?? []).map((key) => findItem(key, AccessRow)))
  const found = foundIn(
    email,
    rows.flatMap((row) => row ?? []),
  )
  const all = [...found.members, ...found.agents]
  return all.length > 0 && all.every(({ joinedAt }) => joinedAt !== undefined)
    ? standing(found, at)
    : undefined
}

const AccessRow = z.looseObject({ pk: z.string(), sk: z.string() })

const accessesOf = async (email: string): Promise<Found> => {
  const rows = (await queryRange(ranges.person(email))).map((row) => AccessRow.parse(row))
  if (knownAccesses.size >= MAX_KNOWN) knownAccesses.clear()
  knownAccesses.set(
    email,
    rows.map(({ pk, sk }) => ({ pk, sk })),
  )
  return foundIn(email, rows)
}

const foundIn = (email: string, stored: readonly Record<string, unknown>[]): Found => {
  const rows = stored.map((row) => ({ ...row, email }))
  return {
    members: rows.flatMap((row) => (isKind(row, 'MEMBER#') ? [Member.parse(row)] : [])),
    agents: rows.flatMap((row) => (isKind(row, 'AGENT#') ? [Agent.parse(row)] : [])),
  }
}

/** The addresses of an organisation's members who hold one of these roles now. */
export const membersWith = (organisationId: string, roles: readonly PartnerRole[]): Promise<string[]> =>
  holders(ownerKeys.members(organisationId), (email) => keys.membership(email, organisationId), roles)

/** The addresses of a Caf's agents who hold one of these roles now. */
export const agentsWith = (cafId: string, roles: readonly AgentRole[]): Promise<string[]> =>
  holders(ownerKeys.agents(cafId), (email) => keys.agency(email, cafId), roles)

/** The people of the organisation that a response belongs to, of every standing; none for a deposit of nobody else. */
export const teamOf = async ({
  organisationId,
}: {
  organisationId?: string | undefined
}): Promise<Member[]> => (organisationId === undefined ? [] : listPeople(organisationHouse(organisationId)))

const Held = z.object({
  roles: z.array(z.string()),
  joinedAt: z.string().optional(),
  invitationEndsAt: z.string().optional(),
})

/**
 * The index tells who may hold roles there; the item, which ones: somebody removed is written no more, nor somebody
 * who has not taken up their invitation, whose address may be wrong.
 */
const holders = async (
  owner: string,
  keyOf: (email: string) => Key,
  wanted: readonly string[],
): Promise<string[]> => {
  const emails = (await queryIndex('byOwner', owner)).map((row) => String(row.ownerSort))
  const held = await Promise.all(emails.map((email) => findItem(keyOf(email), Held)))
  return emails.filter((_, i) => {
    const access = held[i]
    const isInUse = access && (access.joinedAt !== undefined || access.invitationEndsAt === undefined)
    return isInUse && access.roles.some((role) => wanted.includes(role))
  })
}

const isKind = (row: Record<string, unknown>, prefix: string): boolean =>
  'sk' in row && typeof row.sk === 'string' && row.sk.startsWith(prefix)
