// What travels about messages.
import * as z from 'zod'
import { Message, Side } from './messages.ts'
import { Instant } from './nouns/scalars.ts'
import { QuestionPointer } from './question-wire.ts'

/** POST /responses/{id}/messages: plain text; line breaks are kept. */
export const PostMessage = z.strictObject({
  text: z
    .string('Écrivez votre message.')
    .trim()
    .min(1, 'Écrivez votre message.')
    .max(4000, 'Écrivez 4 000 caractères au plus : envoyez la suite dans un autre message.'),
  question: QuestionPointer.optional(),
})
export type PostMessage = z.infer<typeof PostMessage>

const Seen = z.object({ at: Instant, by: z.string() })

/** GET /responses/{id}/messages, oldest first; `side` is the caller's. */
export const MessageList = z.object({
  items: z.array(Message),
  side: Side,
  /** How many of them the caller's side has not read. */
  unread: z.int(),
  /** Who of each side read last, and when. */
  seen: z.object({ partner: Seen.optional(), caf: Seen.optional() }),
  may: z.object({ write: z.boolean() }),
  now: Instant,
})
export type MessageList = z.infer<typeof MessageList>

/** PUT /responses/{id}/messages/seen: the caller's side has read up to this message. */
export const MarkSeen = z.strictObject({ last: z.string().min(1).max(80) })
export type MarkSeen = z.infer<typeof MarkSeen>
export const Marked = z.object({ unread: z.int() })
export type Marked = z.infer<typeof Marked>
