// What travels about the work that waits for a Caf; otherwise as wire.ts.
import * as z from 'zod'
import { Flag } from './nouns/response.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

/** A response that was transmitted and not yet looked at; `opens` is what its validation brings about. */
const Waiting = z.object({
  id: ResponseId,
  campaignTitle: z.string(),
  projectName: z.string(),
  organisationName: z.string(),
  zone: z.string(),
  submittedAt: Instant,
  opens: z.enum(['organisation', 'project', 'nothing']),
  flags: z.array(Flag),
})
export type Waiting = z.infer<typeof Waiting>

/** GET /waiting: how many there are, in all and in each campaign, and the first of them, the longest waiting first. */
export const WaitingList = z.object({
  count: z.int(),
  byCampaign: z.record(Id, z.int()),
  items: z.array(Waiting),
  now: Instant,
})
export type WaitingList = z.infer<typeof WaitingList>
