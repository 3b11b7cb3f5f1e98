// What the lines of a file are judged by: the organisations that the Caf deals with, found by their numbers, all those
// of a file at once; and their projects there, read when a line first asks for them.
import type { Identity } from '../../forms/identity.ts'
import type { Organisation, Project } from '../../forms/nouns/people.ts'
import { findOrganisations, ownersOfNumbers } from '../store/organisations.ts'
import { listOrganisationProjects } from '../store/projects.ts'

/** For whom, by whom and when; `importId` once the import is being done. */
export type Asked = {
  readonly cafId: string
  readonly at: string
  readonly by: string
  readonly importId?: string | undefined
}

export type Desk = Asked & {
  /** The organisations that these numbers belong to: none, one, or two when they are of two. */
  readonly ownersOf: (identity: Identity) => Organisation[]
  /** The one of these that the Caf deals with. */
  readonly organisationOf: (identity: Identity) => Organisation | undefined
  /** Its projects at this Caf. */
  readonly projectsOf: (organisation: Organisation) => Promise<Project[]>
}

/** Reads what lines that name these organisations are judged by. */
export const openDesk = async (asked: Asked, identities: readonly Identity[]): Promise<Desk> => {
  const owners = await ownersOfNumbers(identities)
  const found = await findOrganisations([...new Set(owners.values())])
  const byId = new Map(found.map((organisation) => [organisation.id, organisation]))
  const projects = new Map<string, Promise<Project[]>>()
  const ownersOf = ({ siret, rna }: Identity) => {
    const ids = new Set([siret, rna].flatMap((number) => owners.get(number ?? '') ?? []))
    return [...ids].flatMap((id) => byId.get(id) ?? [])
  }
  return {
    ...asked,
    ownersOf,
    organisationOf: (identity) => ownersOf(identity).find(({ cafIds }) => cafIds?.includes(asked.cafId)),
    projectsOf: async ({ id }) => {
      const known = projects.get(id) ?? listOrganisationProjects(id)
      projects.set(id, known)
      return (await known).filter(({ cafId }) => cafId === asked.cafId)
    },
  }
}
