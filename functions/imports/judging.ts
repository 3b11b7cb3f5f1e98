// What a line of a file would do: bring something new, change what is there, change nothing; or why it cannot be done.
// The same judgement makes the preview and, later, the work: a line done twice changes nothing the second time.
import { plainWords } from '../../forms/csv.ts'
import type {
  ContactLine,
  NotificationLine,
  OrganisationLine,
  ProjectLine,
} from '../../forms/import-lines.ts'
import type { Organisation, Project } from '../../forms/nouns/people.ts'
import { standingOf } from '../../forms/people.ts'
import { makeOrganisation, makeProject } from '../people/new-organisation.ts'
import { findPerson, invite, organisationHouse } from '../store/members.ts'
import { addToImport, changeCof, notifyProject } from '../store/projects.ts'
import type { Desk } from './desk.ts'

export type Verdict =
  | {
      readonly is: 'new' | 'changed' | 'same'
      /** What the line is about, as people know it. */
      readonly label: string
      /** What there is to know of it all the same. */
      readonly note?: string
      readonly write: () => Promise<unknown>
    }
  | { readonly is: 'refused'; readonly detail: string }

const refused = (detail: string): Verdict => ({ is: 'refused', detail })

export const judgeOrganisation = async (line: OrganisationLine, desk: Desk): Promise<Verdict> => {
  const [owner, other] = desk.ownersOf(line)
  if (other) return refused('Ces numéros SIRET et RNA sont ceux de deux organisations différentes.')
  if (owner?.cafIds?.includes(desk.cafId)) {
    const isNamedSo = plainWords(owner.name) === plainWords(line.name)
    const note = `Ce numéro est déjà celui de « ${owner.name} » : « ${line.name} » n’est pas inscrite. Vérifiez le numéro.`
    return { is: 'same', label: owner.name, write: nothing, ...(isNamedSo ? {} : { note }) }
  }
  if (owner) return refused(ELSEWHERE)
  return { is: 'new', label: line.name, write: () => makeOrganisation(desk.cafId, line) }
}

const ELSEWHERE =
  'Une organisation est déjà inscrite avec ce numéro, sans votre Caf. Elle peut demander une habilitation auprès de vous.'
const UNKNOWN = 'Votre Caf ne suit pas d’organisation avec ce numéro : inscrivez-la d’abord.'

const nothing = async (): Promise<void> => {}

export const judgeProject = async (line: ProjectLine, desk: Desk): Promise<Verdict> => {
  const organisation = desk.organisationOf(line.organisation)
  if (!organisation) return refused(UNKNOWN)
  const { name, cof } = line
  const project = await projectNamed(desk, organisation, name)
  const label = `${project?.name ?? name}, ${organisation.name}`
  if (!project) {
    const made = async () => listed(desk, await makeProject(organisation, { cafId: desk.cafId, name, cof }))
    return { is: 'new', label, write: made }
  }
  const { id } = project
  if (!cof || (cof.first === project.cof?.first && cof.last === project.cof.last)) {
    return { is: 'same', label, write: () => listed(desk, id) }
  }
  const write = async () => (await changeCof(id, cof)) && listed(desk, id)
  return { is: 'changed', label: `${label} : convention ${cof.first} à ${cof.last}`, write }
}

const listed = async ({ importId }: Desk, projectId: string): Promise<boolean> =>
  importId !== undefined && addToImport(projectId, importId)

const projectNamed = async (
  desk: Desk,
  organisation: Organisation,
  name: string,
): Promise<Project | undefined> =>
  (await desk.projectsOf(organisation)).find((project) => plainWords(project.name) === plainWords(name))

export const judgeNotification = async (line: NotificationLine, desk: Desk): Promise<Verdict> => {
  const organisation = desk.organisationOf(line.organisation)
  if (!organisation) return refused(UNKNOWN)
  const { name, schoolYear, collectifs } = line
  const project = await projectNamed(desk, organisation, name)
  if (!project) {
    return refused(
      `« ${organisation.name} » n’a pas de projet « ${name} » auprès de votre Caf : inscrivez-le d’abord.`,
    )
  }
  const { id, cof, notifications = {} } = project
  if (cof && (schoolYear < cof.first || schoolYear > cof.last)) {
    return refused(
      `Cette année n’est pas dans la convention du projet, qui va de ${cof.first} à ${cof.last}.`,
    )
  }
  const before = notifications[schoolYear]?.collectifs
  const label = `${project.name}, ${schoolYear} : ${collectifs} ${collectifs > 1 ? 'collectifs' : 'collectif'}`
  if (before === collectifs) return { is: 'same', label, write: () => listed(desk, id) }
  const { at, by } = desk
  const write = async () => {
    await notifyProject(id, schoolYear, { collectifs, at, by })
    await listed(desk, id)
  }
  return before === undefined
    ? { is: 'new', label, write }
    : { is: 'changed', label: `${label} au lieu de ${before}`, write }
}

export const judgeContact = async (line: ContactLine, desk: Desk): Promise<Verdict> => {
  const organisation = desk.organisationOf(line.organisation)
  if (!organisation) return refused(UNKNOWN)
  const { email, roles } = line
  const { at, by } = desk
  const house = organisationHouse(organisation.id)
  const person = await findPerson(house, email)
  const label = `${email}, ${organisation.name}`
  if (person && standingOf(person, at) !== 'expired') return { is: 'same', label, write: nothing }
  const access = { email, roles, organisationId: organisation.id, organisationName: organisation.name }
  return { is: 'new', label, write: () => invite(house, access, { at, by }) }
}
