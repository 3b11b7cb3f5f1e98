import * as z from 'zod'
import { Agency, type AgentRole, Membership, type PartnerRole } from '../../forms/schemas.ts'
import { type Key, keys, ownerKeys, ranges } from './schema.ts'
import { findItem, putItem, queryIndex, queryRange } from './table.ts'

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

/** A person's roles in organisations and Cafs, as they stand now. */
export const membershipsOf = async (
  email: string,
): Promise<{ memberships: Membership[]; agencies: Agency[] }> => {
  const rows = await queryRange(ranges.person(email))
  return {
    memberships: rows.flatMap((row) => (isKind(row, 'MEMBER#') ? [Membership.parse(row)] : [])),
    agencies: rows.flatMap((row) => (isKind(row, 'AGENT#') ? [Agency.parse(row)] : [])),
  }
}

/** Gives a person roles in an organisation, replacing those held before. */
export const putMembership = (email: string, membership: Membership): Promise<boolean> =>
  putItem(keys.membership(email, membership.organisationId), {
    ...membership,
    ownerKey: ownerKeys.members(membership.organisationId),
    ownerSort: email,
  })

/** Gives a person roles in a Caf, replacing those held before. */
export const putAgency = (email: string, agency: Agency): Promise<boolean> =>
  putItem(keys.agency(email, agency.cafId), {
    ...agency,
    ownerKey: ownerKeys.agents(agency.cafId),
    ownerSort: email,
  })

/** The addresses of an organisation's members who hold one of these roles now. */
export const membersWith = (organisationId: string, roles: readonly PartnerRole[]): Promise<string[]> =>
  holders(ownerKeys.members(organisationId), (email) => keys.membership(email, organisationId), roles)

/** The addresses of a Caf's agents who hold one of these roles now. */
export const agentsWith = (cafId: string, roles: readonly AgentRole[]): Promise<string[]> =>
  holders(ownerKeys.agents(cafId), (email) => keys.agency(email, cafId), roles)

const Roles = z.object({ roles: z.array(z.string()) })

/** The index tells who may hold roles there; the item, which ones: somebody removed is written no more. */
const holders = async (
  owner: string,
  keyOf: (email: string) => Key,
  wanted: readonly string[],
): Promise<string[]> => {
  const emails = (await queryIndex('byOwner', owner)).map((row) => String(row.ownerSort))
  const held = await Promise.all(emails.map((email) => findItem(keyOf(email), Roles)))
  return emails.filter((_, i) => held[i]?.roles.some((role) => wanted.includes(role)))
}

const isKind = (row: Record<string, unknown>, prefix: string): boolean =>
  typeof row.sk === 'string' && row.sk.startsWith(prefix)
