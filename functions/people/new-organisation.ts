// What a Caf adds by itself: an organisation by the numbers it is known by, and a project that it funds.
import { createHash } from 'node:crypto'
import { type NewOrganisation, slugOf } from '../../forms/identity.ts'
import type { Organisation, Project } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { newOrganisationId } from '../openings/plan.ts'
import { addCaf, claimIdentity, putOrganisation } from '../store/organisations.ts'
import { putProject } from '../store/projects.ts'

/** Makes an organisation and answers its id. Throws `organisation-exists`, without saying whose a number is. */
export const makeOrganisation = async (
  cafId: string,
  { name, commune, siret, rna }: Omit<NewOrganisation, 'cafId'>,
): Promise<string> => {
  const id = newOrganisationId(name, { siret, rna })
  const claimed = await claimIdentity(id, { siret, rna }, { by: cafId, joins: false })
  if (!claimed || !(await putOrganisation({ id, name, commune, siret, rna, cafIds: [cafId] }))) {
    throw new Problem('organisation-exists')
  }
  return id
}

type Made = { readonly cafId: string; readonly name: string; readonly cof?: Project['cof'] }

/** Makes a project of an organisation, unless it has one of that name at that Caf; answers its id. */
export const makeProject = async (
  organisation: Pick<Organisation, 'id' | 'name'>,
  { cafId, name, cof }: Made,
): Promise<string> => {
  const digest = createHash('sha256').update(`${cafId} ${organisation.id} ${name}`).digest('hex').slice(0, 8)
  const id = `${slugOf(name)}-${digest}`
  const of = { organisationId: organisation.id, organisationName: organisation.name, cafId }
  await putProject({ id, name, ...of, facts: [], importIds: [], ...(cof ? { cof } : {}) })
  await addCaf(organisation.id, cafId)
  return id
}
