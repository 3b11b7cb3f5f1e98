// What travels about organisations, projects, people and their accesses; otherwise as wire.ts.
import * as z from 'zod'
import { nameOf } from './identity.ts'
import { ResponseStatus } from './nouns/history.ts'
import { Agency, AgentRole, Organisation, PartnerRole, Project } from './nouns/people.ts'
import { Id, Instant, ResponseId, SchoolYear } from './nouns/scalars.ts'
import { Confirmation } from './nouns/submission.ts'
import { Standing } from './people.ts'

const Address = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Cette adresse n’est pas complète : écrivez-la comme nom@exemple.fr.').max(254))

const rolesOf = <R extends z.ZodType<string>>(role: R) =>
  z
    .array(role)
    .min(1, 'Donnez au moins un rôle.')
    .transform((roles) => [...new Set(roles)])
const PartnerRoles = rolesOf(PartnerRole)
const AgentRoles = rolesOf(AgentRole)

/** One person's access. Its id names it in addresses, so that these hold no e-mail. */
const PersonView = z.object({
  id: z.string(),
  email: z.email(),
  name: z.string().optional(),
  standing: Standing,
  joinedAt: Instant.optional(),
  invitedAt: Instant.optional(),
  invitedBy: z.string().optional(),
  invitationEndsAt: Instant.optional(),
  /** Whether mail to this address came back. */
  returned: z.boolean(),
  /** Whether this is the caller. */
  self: z.boolean(),
})
export const MemberView = PersonView.extend({ roles: z.array(PartnerRole) })
export type MemberView = z.infer<typeof MemberView>
export const AgentView = PersonView.extend({ roles: z.array(AgentRole) })
export type AgentView = z.infer<typeof AgentView>

/** GET /organisations: those the caller is a member of, and those that their Cafs deal with. */
export const OrganisationList = z.object({
  items: z.array(Organisation.omit({ openedBy: true })),
  /** The Cafs for which the caller may add organisations and projects, and import them. */
  may: z.object({ create: z.array(Agency) }),
})
export type OrganisationList = z.infer<typeof OrganisationList>

/** GET /organisations/{id} */
export const OrganisationView = Organisation.omit({ openedBy: true }).extend({
  people: z.array(MemberView),
  projects: z.array(Project),
  may: z.object({
    /** Change roles and take accesses away. */
    manage: z.boolean(),
    invite: z.boolean(),
    /** Add a project, and note what was notified for each: for its Caf. */
    addProject: z.boolean(),
    notify: z.boolean(),
  }),
  now: Instant,
})
export type OrganisationView = z.infer<typeof OrganisationView>

/** POST /organisations/{id}/members; the address is told by mail, and the access begins when it signs in. */
export const InviteMember = z.strictObject({ email: Address, roles: PartnerRoles })
export type InviteMember = z.infer<typeof InviteMember>
/** PUT /organisations/{id}/members/{person} */
export const ChangeMember = z.strictObject({ roles: PartnerRoles })
export type ChangeMember = z.infer<typeof ChangeMember>

/** GET /agents?caf=; `may.manage` is for this Caf. */
export const AgentList = z.object({
  cafId: Id,
  cafName: z.string(),
  items: z.array(AgentView),
  may: z.object({ manage: z.boolean() }),
  now: Instant,
})
export type AgentList = z.infer<typeof AgentList>
/** POST /agents?caf= */
export const InviteAgent = z.strictObject({ email: Address, roles: AgentRoles })
export type InviteAgent = z.infer<typeof InviteAgent>
/** PUT /agents/{person}?caf= */
export const ChangeAgent = z.strictObject({ roles: AgentRoles })
export type ChangeAgent = z.infer<typeof ChangeAgent>

/** POST /projects, by a Caf. */
export const NewProject = z.strictObject({
  cafId: Id.optional(),
  organisationId: Id,
  name: nameOf('le nom du projet', 3),
  cof: z
    .strictObject({ first: SchoolYear, last: SchoolYear })
    .refine(({ first, last }) => first <= last, 'La dernière année de la convention précède la première.')
    .optional(),
})
export type NewProject = z.infer<typeof NewProject>

/** PUT /projects/{id}/notifications/{schoolYear} */
export const Notify = z.strictObject({ collectifs: z.int().min(0).max(999) })
export type Notify = z.infer<typeof Notify>

/** PUT /responses/{id}/sections/{name}/confirmation, with the section's revision in If-Match. */
export const SectionConfirmed = Confirmation
export type SectionConfirmed = z.infer<typeof SectionConfirmed>

/** POST /responses/{id}/validation; `joins`: these people are to have access to an organisation that exists. */
export const Validate = z.strictObject({ joins: z.boolean().default(false) })
export type Validate = z.infer<typeof Validate>
/** `opened` is the organisation that the response belongs to from then on. */
export const Validated = z.object({
  id: ResponseId,
  status: ResponseStatus,
  opened: z.object({ organisationId: Id, organisationName: z.string() }).optional(),
})
export type Validated = z.infer<typeof Validated>

/** GET /upcoming: what campaigns that are not open yet will ask of the caller's projects, the first to open first. */
export const Upcoming = z.object({
  campaignId: Id,
  title: z.string(),
  formTitle: z.string(),
  schoolYear: SchoolYear,
  projectId: Id,
  projectName: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  zone: z.string(),
  consequence: z.string().optional(),
  /** Where what to gather before filling it is told. */
  dataMapUrl: z.string(),
})
export type Upcoming = z.infer<typeof Upcoming>
export const UpcomingList = z.object({ items: z.array(Upcoming), now: Instant })
export type UpcomingList = z.infer<typeof UpcomingList>

/** GET /open-campaigns: what any signed-in person may start now. */
export const OpenCampaign = z.object({
  id: Id,
  title: z.string(),
  cafName: z.string(),
  formTitle: z.string(),
  schoolYear: SchoolYear,
  closesAt: Instant,
  zone: z.string(),
  consequence: z.string().optional(),
  estimatedMinutes: z.int(),
  dataMapUrl: z.string(),
  /** What its validation brings about. */
  opens: z.enum(['organisation', 'project', 'nothing']),
  /** Whether one may start from a copy. */
  mayDuplicate: z.boolean(),
})
export type OpenCampaign = z.infer<typeof OpenCampaign>
export const OpenCampaignList = z.object({ items: z.array(OpenCampaign), now: Instant })
export type OpenCampaignList = z.infer<typeof OpenCampaignList>
