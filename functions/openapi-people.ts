// The part of the description (openapi.ts) about organisations, projects, people and what they stand by.
import type * as z from 'zod'
import { ProjectList } from '../forms/campaign-rows-wire.ts'
import { NewOrganisation } from '../forms/identity.ts'
import { Project } from '../forms/nouns/people.ts'
import * as people from '../forms/people-wire.ts'
import { ResponseList } from '../forms/response-wire.ts'
import { WaitingList } from '../forms/waiting-wire.ts'
import type { RouteKey } from './routes.ts'

export type Messages = {
  readonly summary: string
  readonly body?: z.ZodType
  readonly reply?: z.ZodType
  readonly status?: number
  readonly headers?: readonly string[]
}

export const peopleMessages = {
  'PUT /responses/{id}/sections/{name}/confirmation': {
    summary:
      'Confirme une partie telle qu’elle est enregistrée ; l’enregistrer de nouveau annule la confirmation',
    reply: people.SectionConfirmed,
    headers: ['If-Match'],
  },
  'POST /responses/{id}/validation': {
    summary: 'Valide ce qui a été transmis : le dossier ne change plus, et ce qu’il demande est ouvert',
    body: people.Validate,
    reply: people.Validated,
    headers: ['If-Match'],
  },
  'DELETE /responses/{id}/validation': {
    summary: 'Retire la validation',
    reply: people.Validated,
    headers: ['If-Match'],
  },
  'GET /upcoming': {
    summary: 'Ce qui sera demandé à mes projets par des campagnes à venir',
    reply: people.UpcomingList,
  },
  'GET /open-campaigns': {
    summary: 'Les campagnes où chacun peut commencer un dossier',
    reply: people.OpenCampaignList,
  },
  'GET /waiting': { summary: 'Ce qui est transmis à ma Caf et attend d’être lu', reply: WaitingList },
  'GET /organisations': {
    summary: 'Mes organisations, ou celles que suit ma Caf',
    reply: people.OrganisationList,
  },
  'GET /organisations/{id}/responses': {
    summary: 'Les dossiers d’une organisation',
    reply: ResponseList,
  },
  'POST /organisations': {
    summary: 'Inscrit une organisation',
    body: NewOrganisation,
    reply: people.OrganisationView,
    status: 201,
  },
  'GET /organisations/{id}': {
    summary: 'Une organisation, ses personnes et ses projets',
    reply: people.OrganisationView,
  },
  'POST /organisations/{id}/members': {
    summary: 'Invite une personne par son adresse, avec ses rôles',
    body: people.InviteMember,
    reply: people.MemberView,
    status: 201,
  },
  'PUT /organisations/{id}/members/{person}': {
    summary: 'Change les rôles d’une personne',
    body: people.ChangeMember,
    reply: people.MemberView,
  },
  'DELETE /organisations/{id}/members/{person}': { summary: 'Retire l’accès d’une personne', status: 204 },
  'GET /projects': {
    summary: 'Les projets que finance ma Caf, ou ceux de mes organisations',
    reply: ProjectList,
  },
  'POST /projects': { summary: 'Inscrit un projet', body: people.NewProject, reply: Project, status: 201 },
  'GET /projects/{id}': { summary: 'Un projet', reply: Project },
  'PUT /projects/{id}/notifications/{schoolYear}': {
    summary: 'Note le nombre de collectifs notifiés pour une année scolaire',
    body: people.Notify,
    reply: Project,
  },
  'GET /agents': { summary: 'Les agents de ma Caf (?caf= pour choisir)', reply: people.AgentList },
  'POST /agents': {
    summary: 'Invite un agent par son adresse, avec ses rôles',
    body: people.InviteAgent,
    reply: people.AgentView,
    status: 201,
  },
  'PUT /agents/{person}': {
    summary: 'Change les rôles d’un agent',
    body: people.ChangeAgent,
    reply: people.AgentView,
  },
  'DELETE /agents/{person}': { summary: 'Retire l’accès d’un agent', status: 204 },
} as const satisfies Partial<Record<RouteKey, Messages>>
