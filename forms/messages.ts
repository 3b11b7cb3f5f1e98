// Messages about a response, between its partner and its Caf. One is owed as a mail in the very write that posts it,
// and made an item of its own from that entry: nothing else needs to hold it meanwhile.
import * as z from 'zod'
import { can, type Thing } from './access.ts'
import type { OutboxEntry } from './nouns/history.ts'
import type { Actor } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import { Instant } from './nouns/scalars.ts'
import { Problem } from './problems.ts'

export const Side = z.enum(['partner', 'caf'])
export type Side = z.infer<typeof Side>

export const Message = z.object({
  id: z.string(),
  at: Instant,
  side: Side,
  by: z.string(),
  text: z.string(),
  /** The question it is about: a pointer into the answers. */
  question: z.string().optional(),
})
export type Message = z.infer<typeof Message>

/** The side a person is on: a member of the organisation speaks for it, whatever else they are. */
export const sideOf = (actor: Actor, thing: Thing): Side => {
  const isMember = actor.memberships.some(({ organisationId }) => organisationId === thing.organisationId)
  const isStarter = thing.organisationId === undefined && thing.startedBy === actor.email
  return isMember || isStarter ? 'partner' : 'caf'
}

export const otherSide = (side: Side): Side => (side === 'caf' ? 'partner' : 'caf')

/** How many messages a side has not read. */
export const unreadBy = (
  side: Side,
  { unreadByCaf = 0, unreadByPartner = 0 }: Pick<Response, 'unreadByCaf' | 'unreadByPartner'>,
): number => (side === 'caf' ? unreadByCaf : unreadByPartner)

/** How many of these, oldest first, a side has left once it has read up to the one of that id. */
export const leftAfter = (messages: readonly Message[], side: Side, lastId: string): number => {
  const at = messages.findIndex(({ id }) => id === lastId)
  if (at < 0) throw new Problem('not-found', 'Ce message n’existe pas dans ce dossier.')
  return messages.slice(at + 1).filter((message) => message.side !== side).length
}

/** The message that an entry owes the mail of; undefined for any other mail. */
export const messageOf = ({ at, mail, facts }: OutboxEntry): Message | undefined => {
  if (mail !== 'message-to-caf' && mail !== 'message-to-partner') return undefined
  const { message: id = '', text = '', by = '', question } = facts
  const side = mail === 'message-to-caf' ? 'partner' : 'caf'
  return { id, at, side, by, text, ...(question ? { question } : {}) }
}

/** Whether a person may write, and so counts as reading for their side. */
export const mayWrite = (actor: Actor, thing: Thing): boolean => can(actor, 'response:message', thing)
