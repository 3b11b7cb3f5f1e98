import * as z from 'zod'
import { Caf, type Notification, Project } from '../../forms/nouns/people.ts'
import { Id } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { ownerKeys, shardOf, shards } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { queryIndex, queryIndexPage, queryRange } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { putItem, updateItem } from './write-items.ts'

/** A Caf, if it is known. */
export const findCaf = (id: string): Promise<Caf | undefined> => findItem(keys.caf(id), Caf)

/** Makes a Caf, or changes what is told of it; who administers it stays. */
export const putCaf = ({ id, name, zone }: Caf): Promise<boolean> =>
  updateItem(keys.caf(id), 'SET id = :id, #name = :name, #zone = :zone, ownerKey = :cafs, ownerSort = :id', {
    names: { '#name': 'name', '#zone': 'zone' },
    values: { ':id': id, ':name': name, ':zone': zone, ':cafs': ownerKeys.cafs },
  })

/** Adds a project to those its Caf funds and its organisation has; false when it is there, and then nothing changed. */
export const putProject = async (project: Project): Promise<boolean> => {
  const { id, organisationId } = project
  await putItem(keys.projectLink(organisationId, id), { projectId: id })
  return putItem(
    keys.project(id),
    { ...project, ownerKey: ownerKeys.projects(project.cafId, shardOf(id)), ownerSort: id },
    { condition: 'attribute_not_exists(pk)' },
  )
}

/** A project. Throws `not-found`. */
export const getProject = async (id: string): Promise<Project> => {
  const found = await findItem(keys.project(id), Project)
  if (!found) throw new Problem('not-found')
  return found
}

/** Has a project called by campaigns, or by none. */
export const suspendProject = (id: string, suspended: boolean): Promise<boolean> =>
  updateItem(keys.project(id), 'SET suspended = :suspended', {
    condition: 'attribute_exists(pk)',
    values: { ':suspended': suspended },
  })

/** Sets the years of a project's convention, in the place of those it had. */
export const changeCof = (id: string, cof: NonNullable<Project['cof']>): Promise<boolean> =>
  updateItem(keys.project(id), 'SET cof = :cof', {
    condition: 'attribute_exists(pk)',
    values: { ':cof': cof },
  })

/** Notes that a project is in the list of an import: a campaign may call by it. */
export const addToImport = (id: string, importId: string): Promise<boolean> =>
  updateItem(keys.project(id), 'SET importIds = list_append(if_not_exists(importIds, :none), :import)', {
    condition: 'attribute_exists(pk) AND NOT contains(importIds, :id)',
    values: { ':none': [], ':import': [importId], ':id': importId },
  })

/** Sets what a Caf notified for a school year, in the place of what it had. */
export const notifyProject = async (id: string, schoolYear: string, told: Notification): Promise<Project> => {
  const key = keys.project(id)
  await updateItem(key, 'SET notifications = if_not_exists(notifications, :none)', {
    condition: 'attribute_exists(pk)',
    values: { ':none': {} },
  })
  await updateItem(key, 'SET notifications.#year = :told', {
    condition: 'attribute_exists(pk)',
    names: { '#year': schoolYear },
    values: { ':told': told },
  })
  return getProject(id)
}

const Link = z.object({ projectId: Id })

/** The projects of an organisation, by name. */
export const listOrganisationProjects = async (organisationId: string): Promise<Project[]> => {
  const links = (await queryRange(ranges.projectLinks(organisationId))).map((row) => Link.parse(row))
  const projects = await findProjects(links.map(({ projectId }) => projectId))
  return projects.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

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
