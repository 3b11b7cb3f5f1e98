// Before a validation: which organisation it would open, so that a number that belongs to one already is seen by the
// agent before anything is written.
import { createHash } from 'node:crypto'
import { type Identity, slugOf } from '../../forms/identity.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Opening } from '../../forms/opening.ts'
import { Problem } from '../../forms/problems.ts'
import { claimIdentity, ownersOf } from '../store/organisations.ts'

type Opened = Pick<Response, 'id' | 'organisationId' | 'startedBy'>

/**
 * The organisation that an opening is about: the one the response belongs to, the one its numbers belong to, or one to
 * be made, whose id follows from them. Throws `organisation-exists` when they are of two.
 */
export const placeOf = async (
  { organisationId, startedBy }: Opened,
  { name, identity }: NonNullable<Opening['organisation']>,
): Promise<string> => {
  const own = startedBy === undefined ? organisationId : undefined
  const ids = new Set([...(own === undefined ? [] : [own]), ...(await ownersOf(identity))])
  if (ids.size > 1) {
    throw new Problem(
      'organisation-exists',
      'Ces numéros SIRET et RNA sont ceux de deux organisations différentes. Rien n’a été validé : demandez une correction.',
    )
  }
  const [id = newOrganisationId(name, identity)] = ids
  return id
}

/**
 * Claims the numbers of what is to be opened. Throws `organisation-exists` when another organisation has them, or is
 * about to, unless the agent has said that these people are to join it.
 */
export const reserve = async (response: Opened, opening: Opening, joins: boolean): Promise<void> => {
  if (!opening.organisation) return
  const id = await placeOf(response, opening.organisation)
  const claimed = await claimIdentity(id, opening.organisation.identity, {
    by: response.id,
    joins: joins || id === response.organisationId,
  })
  if (claimed) return
  throw new Problem(
    'organisation-exists',
    'Une organisation est déjà inscrite avec ce numéro. Valider donnerait à ces personnes un accès à cette organisation : confirmez que c’est ce que vous voulez.',
    { extra: { joins: true } },
  )
}

/** The id of an organisation to come: readable, and one for a number. */
export const newOrganisationId = (name: string, { siret, rna }: Identity): string => {
  const digest = createHash('sha256')
    .update(`${siret ?? rna}`)
    .digest('hex')
    .slice(0, 8)
  return `${slugOf(name)}-${digest}`
}
