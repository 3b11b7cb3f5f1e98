// What happened to a response, and the mail that a change owes.
import * as z from 'zod'
import { Instant } from './scalars.ts'

export const ResponseStatus = z.enum(['called', 'draft', 'submitted', 'to-correct', 'validated', 'missed'])
export type ResponseStatus = z.infer<typeof ResponseStatus>

export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  type: z.enum([
    'called',
    'started',
    'given-up',
    'renamed',
    'submitted',
    'reminded',
    'extended',
    'correction-asked',
    'corrected',
    'message',
    'lapsed',
    'validated',
    'validation-withdrawn',
    'missed',
    'version-changed',
  ]),
  /** Who did it, in words; absent when a schedule did. */
  by: z.string().optional(),
  detail: z.string().optional(),
  /** The deadline it set. */
  closesAt: Instant.optional(),
  /** The number of the submission it made. */
  submission: z.int().positive().optional(),
  /** The questions it is about: pointers into the answers. */
  questions: z.array(z.string()).optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const MailName = z.enum([
  'call',
  'reminder-not-started',
  'reminder-draft',
  'receipt',
  'extension',
  'correction-asked',
  'corrected',
  'message-to-partner',
  'message-to-caf',
  'validated',
  'validation-withdrawn',
  'missed',
  'closing-summary',
  'invitation',
])
export type MailName = z.infer<typeof MailName>

/**
 * A mail that a change owes, kept in the same write as the change. Who gets it and its words follow from the item
 * it stands on when it is delivered; `facts` is what only the change knew. One id is never sent twice.
 */
export const OutboxEntry = z.object({
  id: z.string(),
  at: Instant,
  mail: MailName,
  facts: z.record(z.string(), z.string()).default({}),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>
