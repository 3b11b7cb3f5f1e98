import { can, organisationThing } from '../../forms/access.ts'
import type { Actor, Organisation } from '../../forms/nouns/people.ts'
import type { OrganisationView } from '../../forms/people-wire.ts'
import { organisationHouse } from '../store/members.ts'
import { listOrganisationProjects } from '../store/projects.ts'
import { directory } from './directory.ts'

/** An organisation for one person: its people, and its projects; an agent sees those that their Caf funds. */
export const organisationView = async (
  { openedBy: _, ...organisation }: Organisation,
  actor: Actor,
  now: string,
): Promise<OrganisationView> => {
  const thing = organisationThing(actor, organisation)
  const isMember = actor.memberships.some(({ organisationId }) => organisationId === organisation.id)
  const [people, projects] = await Promise.all([
    directory(organisationHouse(organisation.id), { now, self: actor.email }),
    listOrganisationProjects(organisation.id),
  ])
  return {
    ...organisation,
    people,
    projects: projects.filter(({ cafId }) => isMember || cafId === thing.cafId),
    may: {
      manage: can(actor, 'organisation:manage', thing),
      invite: can(actor, 'organisation:invite', thing),
      addProject: can(actor, 'project:create', thing),
      notify: can(actor, 'project:notify', thing),
    },
    now,
  }
}
