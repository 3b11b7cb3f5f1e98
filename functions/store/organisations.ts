// Organisations and the numbers by which each is known once. A number is claimed by an item of its own before the
// organisation is made: of two who claim it at once, one finds it taken.
import * as z from 'zod'
import type { Identity } from '../../forms/identity.ts'
import { Organisation } from '../../forms/nouns/people.ts'
import { Id } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

/** An organisation, if it is known. */
export const findOrganisation = (id: string): Promise<Organisation | undefined> =>
  findItem(keys.organisation(id), Organisation)

/** An organisation. Throws `not-found`. */
export const getOrganisation = async (id: string): Promise<Organisation> => {
  const found = await findOrganisation(id)
  if (!found) throw new Problem('not-found')
  return found
}

/** Makes an organisation unless it exists; false when it did, and then nothing changed. */
export const putOrganisation = async (organisation: Organisation): Promise<boolean> => {
  const { id, cafIds = [] } = organisation
  const isNew = await putItem(keys.organisation(id), organisation, { condition: 'attribute_not_exists(pk)' })
  if (isNew) for (const cafId of cafIds) await putItem(keys.cafLink(cafId, id), { organisationId: id })
  return isNew
}

const Link = z.object({ organisationId: Id })

/** The organisations that a Caf deals with, by name. */
export const listCafOrganisations = async (cafId: string): Promise<Organisation[]> => {
  const links = (await queryRange(ranges.cafLinks(cafId))).map((row) => Link.parse(row).organisationId)
  const found = await findOrganisations(links)
  return found
    .filter(({ cafIds = [] }) => cafIds.includes(cafId))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** Those of these organisations that exist, in no order. */
export const findOrganisations = (ids: readonly string[]): Promise<Organisation[]> =>
  findItems(ids.map(keys.organisation), Organisation)

/** Has a Caf's agents see an organisation. */
export const addCaf = async (organisationId: string, cafId: string): Promise<void> => {
  await putItem(keys.cafLink(cafId, organisationId), { organisationId })
  await updateItem(
    keys.organisation(organisationId),
    'SET cafIds = list_append(if_not_exists(cafIds, :none), :caf)',
    {
      condition: 'attribute_exists(pk) AND NOT contains(cafIds, :id)',
      values: { ':none': [], ':caf': [cafId], ':id': cafId },
    },
  )
}

const Claim = z.object({ organisationId: Id, by: z.string() })
type Kind = keyof Identity

const claimsOf = ({ siret, rna }: Identity): (readonly [Kind, string])[] => [
  ...(siret === undefined ? [] : [['siret', siret] as const]),
  ...(rna === undefined ? [] : [['rna', rna] as const]),
]

/** The organisations these numbers belong to: none, one, or two when they are of two. */
export const ownersOf = async (identity: Identity): Promise<string[]> => {
  const found = await Promise.all(
    claimsOf(identity).map(([kind, value]) => findItem(keys.identifier(kind, value), Claim)),
  )
  return [...new Set(found.flatMap((claim) => claim?.organisationId ?? []))]
}

const Claimed = Claim.extend({ pk: z.string() })

/** The organisation that each of these numbers belongs to, by number, however many they are. */
export const ownersOfNumbers = async (identities: readonly Identity[]): Promise<Map<string, string>> => {
  const claims = new Map(
    identities.flatMap(claimsOf).map(([kind, value]) => [keys.identifier(kind, value).pk, { kind, value }]),
  )
  const wanted = [...claims.values()].map(({ kind, value }) => keys.identifier(kind, value))
  const found = await findItems(wanted, Claimed)
  return new Map(found.map(({ pk, organisationId }) => [claims.get(pk)?.value ?? '', organisationId]))
}

type By = {
  /** The response, or the Caf, for which they are claimed. */
  readonly by: string
  /** Whether it is to have them too when they are claimed for the same organisation by another. */
  readonly joins: boolean
}

/**
 * Claims numbers for an organisation, all of them or none; false when one is another's. Claiming again what one has
 * claimed changes nothing, so that what a crash left is taken up by the same request.
 */
export const claimIdentity = async (
  organisationId: string,
  identity: Identity,
  { by, joins }: By,
): Promise<boolean> => {
  const made: (readonly [Kind, string])[] = []
  for (const [kind, value] of claimsOf(identity)) {
    const key = keys.identifier(kind, value)
    if (await putItem(key, { organisationId, by }, { condition: 'attribute_not_exists(pk)' })) {
      made.push([kind, value])
      continue
    }
    const claim = await findItem(key, Claim)
    if (claim?.organisationId === organisationId && (joins || claim.by === by)) continue
    await releaseIdentity(organisationId, made)
    return false
  }
  return true
}

const releaseIdentity = async (organisationId: string, claims: readonly (readonly [Kind, string])[]) => {
  for (const [kind, value] of claims) {
    await deleteItem(keys.identifier(kind, value), {
      condition: 'organisationId = :id',
      values: { ':id': organisationId },
    })
  }
}
