// People and what they act for: a person’s roles in an organisation and in a Caf; organisations and their projects.
import * as z from 'zod'
import { Id, Instant, ResponseId, SchoolYear } from './scalars.ts'

export const PartnerRole = z.enum(['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur'])
export type PartnerRole = z.infer<typeof PartnerRole>
export const AgentRole = z.enum(['conseiller', 'gestionnaire-campagne', 'concepteur', 'administrateur'])
export type AgentRole = z.infer<typeof AgentRole>

/** A person's roles in one organisation. */
export const Membership = z.object({
  organisationId: Id,
  organisationName: z.string(),
  roles: z.array(PartnerRole),
})
export type Membership = z.infer<typeof Membership>

/** A person's roles in one Caf. */
export const Agency = z.object({ cafId: Id, cafName: z.string(), roles: z.array(AgentRole) })
export type Agency = z.infer<typeof Agency>

/** The signed-in person with all memberships, loaded at every request: a removed member loses access at once. */
export const Actor = z.object({
  sub: z.string(),
  email: z.email(),
  name: z.string(),
  memberships: z.array(Membership),
  agencies: z.array(Agency),
})
export type Actor = z.infer<typeof Actor>

/** A Caf; `zone` is that of its campaigns unless they say otherwise. */
export const Caf = z.object({ id: Id, name: z.string(), zone: z.string() })
export type Caf = z.infer<typeof Caf>

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  siret: z.string().optional(),
  rna: z.string().optional(),
  commune: z.string().optional(),
  /** The Cafs it deals with: their agents may see it. */
  cafIds: z.array(Id).optional(),
  /** The response whose validation made it. */
  openedBy: ResponseId.optional(),
})
export type Organisation = z.infer<typeof Organisation>

/** A fact about a project that a campaign may call by, as the Caf words it: « imprimés renvoyés ». */
export const ProjectFact = z.string().trim().min(1).max(80)

/** How many collectifs a Caf notified for one school year: this number pays, not the convention's. */
export const Notification = z.object({ collectifs: z.int().min(0).max(999), at: Instant, by: z.string() })
export type Notification = z.infer<typeof Notification>

/** An organisation's project that a Caf funds. */
export const Project = z.object({
  id: Id,
  name: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  cafId: Id,
  facts: z.array(ProjectFact).default([]),
  /** The imports whose list holds this project. */
  importIds: z.array(Id).default([]),
  /** The school years of its convention (COF); without them it counts as funded. */
  cof: z.object({ first: SchoolYear, last: SchoolYear }).optional(),
  /** By school year. */
  notifications: z.record(SchoolYear, Notification).optional(),
  /** The validation that made it was withdrawn: it is called by no campaign. */
  suspended: z.boolean().optional(),
})
export type Project = z.infer<typeof Project>
