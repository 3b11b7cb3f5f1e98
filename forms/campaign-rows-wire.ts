// What travels of the responses of a campaign, a row each, and of the projects it may call.
import * as z from 'zod'
import { ResponseStatus } from './nouns/history.ts'
import { Project, ProjectFact } from './nouns/people.ts'
import { Response } from './nouns/response.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'
import { MadeByCaf } from './nouns/submission.ts'

export const StatusCounts = z.record(ResponseStatus, z.int())
export type StatusCounts = z.infer<typeof StatusCounts>

/** GET /projects: the projects the agent's Cafs fund, by name; `facts` are all that a campaign may call by. */
export const ProjectList = z.object({ items: z.array(Project), facts: z.array(ProjectFact) })
export type ProjectList = z.infer<typeof ProjectList>

/** A row of a campaign, for the Caf. */
export const CampaignRow = z.object({
  id: ResponseId,
  projectName: z.string(),
  organisationId: Id.optional(),
  organisationName: z.string(),
  status: ResponseStatus,
  /** How far its draft came, in percent of what is required: an estimate. Absent where nothing was saved. */
  percent: z.int().optional(),
  /** When the draft last came further. */
  movedAt: Instant.optional(),
  closesAt: Instant,
  deadlineFrom: Response.shape.deadlineFrom,
  flags: Response.shape.flags,
  remindedAt: Instant.optional(),
  reference: z.string().optional(),
  submittedAt: Instant.optional(),
  madeByCaf: MadeByCaf.optional(),
  /** How many messages the Caf has not read. */
  unread: z.int(),
})
export type CampaignRow = z.infer<typeof CampaignRow>

/** GET /campaigns/{id}/responses */
export const CampaignRows = z.object({ items: z.array(CampaignRow), counts: StatusCounts, now: Instant })
export type CampaignRows = z.infer<typeof CampaignRows>
