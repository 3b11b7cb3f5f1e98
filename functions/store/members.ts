// The people of an organisation or of a Caf, here a « house »: each access is one item under its person. Who
// administers is also kept as a set on the house's own item, of those who hold the role and have signed in: one
// conditional write there decides that somebody remains, whoever leaves at the same instant.
import * as z from 'zod'
import type { Agency, Membership } from '../../forms/nouns/people.ts'
import { owed } from '../../forms/owed-mails.ts'
import { Agent, invitation, Member } from '../../forms/people.ts'
import { Problem } from '../../forms/problems.ts'
import { outboxShard, ownerKeys, shardOf } from './index-keys.ts'
import { type Key, keys } from './keys.ts'
import { queryIndex } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

const MAX_PEOPLE = 100
const ADMINISTRATOR = 'administrateur'
const TRIES = 4

type Access = Member | Agent

export type House<A extends Access = Access> = {
  readonly item: Key
  readonly owner: string
  readonly keyOf: (email: string) => Key
  readonly parse: (row: unknown) => A
  /** What its invitations say it is. */
  readonly facts: { organisation: string } | { caf: string }
}

export const organisationHouse = (id: string): House<Member> => ({
  item: keys.organisation(id),
  owner: ownerKeys.members(id),
  keyOf: (email) => keys.membership(email, id),
  parse: (row) => Member.parse(row),
  facts: { organisation: id },
})

export const cafHouse = (id: string): House<Agent> => ({
  item: keys.caf(id),
  owner: ownerKeys.agents(id),
  keyOf: (email) => keys.agency(email, id),
  parse: (row) => Agent.parse(row),
  facts: { caf: id },
})

/** The people of a house, by address: accesses of every standing. */
export const listPeople = async <A extends Access>(house: House<A>): Promise<A[]> => {
  const emails = (await queryIndex('byOwner', house.owner)).map((row) => String(row.ownerSort))
  const found = await findItems(emails.map(house.keyOf), Row)
  return found
    .map((row) => house.parse({ ...row, email: row.ownerSort }))
    .toSorted((a, b) => a.email.localeCompare(b.email))
}

const Row = z.looseObject({})

/** The access of an address, if it has one. */
export const findPerson = async <A extends Access>(
  house: House<A>,
  email: string,
): Promise<A | undefined> => {
  const row = await findItem(house.keyOf(email), Row)
  return row && house.parse({ ...row, email })
}

/** Gives a person roles in an organisation, replacing those held before. */
export const putMembership = (email: string, membership: Membership): Promise<boolean> =>
  putAccess(organisationHouse(membership.organisationId), { ...membership, email })

/** Gives a person roles in a Caf, replacing those held before. */
export const putAgency = (email: string, agency: Agency): Promise<boolean> =>
  putAccess(cafHouse(agency.cafId), { ...agency, email })

const putAccess = (house: House, access: Access): Promise<boolean> =>
  putItem(house.keyOf(access.email), { ...access, ...indexed(house, access.email) })

/** Gives an access that needs no invitation, unless the person has one. False when they do. */
export const openAccess = (
  house: House,
  access: Access,
  { openedBy }: { openedBy: string },
): Promise<boolean> =>
  putItem(
    house.keyOf(access.email),
    { ...access, openedBy, ...indexed(house, access.email) },
    { condition: 'attribute_not_exists(pk)' },
  )

const indexed = (house: House, email: string) => ({ ownerKey: house.owner, ownerSort: email })

type Invite = { at: string; by: string; openedBy?: string | undefined }

/**
 * Invites an address, in one write with the mail that tells it; an invitation that was not taken up is renewed.
 * Throws `already-member` when the address has joined, `too-many-people`.
 */
export const invite = async <A extends Access>(
  house: House<A>,
  asked: A,
  { at, by, openedBy }: Invite,
): Promise<A> => {
  const people = await queryIndex('byOwner', house.owner)
  if (people.length >= MAX_PEOPLE) throw new Problem('too-many-people')
  const { email } = asked
  const access = { ...asked, ...invitation(at, by), ...(openedBy === undefined ? {} : { openedBy }) }
  const invited = await putItem(
    house.keyOf(email),
    {
      ...access,
      ...indexed(house, email),
      id: email,
      outbox: [owed.invitation({ at, ...house.facts })],
      outboxShard: outboxShard(shardOf(email)),
      outboxSince: at,
    },
    {
      condition:
        'attribute_not_exists(pk) OR (attribute_not_exists(joinedAt) AND attribute_exists(invitedAt))',
    },
  )
  if (!invited) throw new Problem('already-member')
  return access
}

/** An access begins with the first request of its person, unless it was taken away or ran out just before. */
export const join = async (
  house: House,
  { email, roles }: Pick<Access, 'email' | 'roles'>,
  { name, at }: { name: string; at: string },
): Promise<void> => {
  const joined = await updateItem(house.keyOf(email), 'SET joinedAt = :at, #name = :name', {
    condition:
      'attribute_exists(pk) AND attribute_not_exists(joinedAt) AND (attribute_not_exists(invitationEndsAt) OR invitationEndsAt > :at)',
    names: { '#name': 'name' },
    values: { ':at': at, ':name': name },
  })
  if (joined && administers({ roles })) await countAdministrator(house, email)
}

/**
 * Gives a person these roles in the place of those they hold. Throws `last-administrator` rather than leave a house
 * without one, `not-found` when they are gone.
 */
export const changeRoles = async <A extends Access>(
  house: House<A>,
  email: string,
  roles: A['roles'],
): Promise<A> => {
  const before = await getPerson(house, email)
  if (administers(before) && !administers({ roles })) await leaveAdministration(house, before)
  const changed = await updateItem(house.keyOf(email), 'SET #roles = :roles', {
    condition: 'attribute_exists(pk)',
    names: { '#roles': 'roles' },
    values: { ':roles': roles },
  })
  if (!changed) throw gone()
  const after = await getPerson(house, email)
  if (administers({ roles }) && after.joinedAt !== undefined) await countAdministrator(house, email)
  return after
}

/** Takes a person's access away, at once. Throws `last-administrator`, or `not-found` when they are gone. */
export const removePerson = async (house: House, email: string): Promise<void> => {
  const person = await getPerson(house, email)
  if (administers(person)) await leaveAdministration(house, person)
  if (!(await deleteItem(house.keyOf(email), { condition: 'attribute_exists(pk)' }))) throw gone()
}

/** Takes back the accesses that the validation of a response gave, the last administrator's too. */
export const removeOpenedBy = async (house: House, responseId: string): Promise<void> => {
  for (const { email, openedBy } of await listPeople(house)) {
    if (openedBy !== responseId) continue
    await updateItem(house.item, 'DELETE administrators :me', {
      condition: 'attribute_exists(pk)',
      values: { ':me': new Set([email]) },
    })
    await deleteItem(house.keyOf(email), { condition: 'openedBy = :by', values: { ':by': responseId } })
  }
}

const getPerson = async <A extends Access>(house: House<A>, email: string): Promise<A> => {
  const person = await findPerson(house, email)
  if (!person) throw gone()
  return person
}

const gone = () => new Problem('not-found', 'Cette personne n’a plus d’accès ici.')

const administers = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  roles.includes(ADMINISTRATOR)

const countAdministrator = (house: House, email: string): Promise<boolean> =>
  updateItem(house.item, 'ADD administrators :me', {
    condition: 'attribute_exists(pk)',
    values: { ':me': new Set([email]) },
  })

/**
 * Takes a person out of those who administer, on the condition that another one, whose item says so, still is among
 * them. An invitation that waits counts for nobody.
 */
const leaveAdministration = async (house: House, person: Access): Promise<void> => {
  if (person.joinedAt === undefined && person.invitedAt !== undefined) return
  for (let tried = 0; tried < TRIES; tried += 1) {
    const others = (await listPeople(house)).filter(
      (other) => other.email !== person.email && administers(other) && other.joinedAt !== undefined,
    )
    if (others.length === 0) break
    for (const { email } of others) {
      const left = await updateItem(house.item, 'DELETE administrators :me', {
        condition: 'contains(administrators, :other)',
        values: { ':me': new Set([person.email]), ':other': email },
      })
      if (left) return
    }
  }
  throw new Problem('last-administrator')
}
