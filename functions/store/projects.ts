import { Caf, type Organisation, Project } from '../../forms/schemas.ts'
import { keys, ownerKeys, shardOf, shards } from './schema.ts'
import { findItem, findItems, putItem, queryIndex, queryIndexPage } from './table.ts'

/** A Caf, if it is known. */
export const findCaf = (id: string): Promise<Caf | undefined> => findItem(keys.caf(id), Caf)

export const putCaf = (caf: Caf): Promise<boolean> => putItem(keys.caf(caf.id), caf)

export const putOrganisation = (organisation: Organisation): Promise<boolean> =>
  putItem(keys.organisation(organisation.id), organisation)

/** Adds a project to those its Caf funds, or replaces it. */
export const putProject = (project: Project): Promise<boolean> =>
  putItem(keys.project(project.id), {
    ...project,
    ownerKey: ownerKeys.projects(project.cafId, shardOf(project.id)),
    ownerSort: project.id,
  })

/** Those of these projects that exist, in no order. */
export const findProjects = (ids: readonly string[]): Promise<Project[]> =>
  findItems(ids.map(keys.project), Project)

type ProjectPage = { projects: Project[]; next?: string }

/** A page of a shard of the projects a Caf funds, each as it stands now. */
export const listProjectPage = async (
  cafId: string,
  shard: number,
  { limit, from }: { limit: number; from?: string | undefined },
): Promise<ProjectPage> => {
  const { items, next } = await queryIndexPage('byOwner', ownerKeys.projects(cafId, shard), { limit, from })
  const projects = await findProjects(items.map(({ id }) => String(id)))
  return { projects, ...(next ? { next } : {}) }
}

/** Every project a Caf funds, by name. For pages: what works on all of them reads them by the page. */
export const listProjects = async (cafId: string): Promise<Project[]> => {
  const rows = await Promise.all(
    shards.map((shard) => queryIndex('byOwner', ownerKeys.projects(cafId, shard))),
  )
  const projects = await findProjects(rows.flat().map(({ id }) => String(id)))
  return projects.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}
