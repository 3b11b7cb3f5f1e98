// The mails that changes owe, and the facts each brings: the only place that names them, for those who owe and for
// those who write the words. An id is made of what it tells of, so that a change made twice owes one mail.
import type { Message } from './messages.ts'
import type { OutboxEntry } from './nouns/history.ts'
import type { Response } from './nouns/response.ts'
import type { Submission } from './nouns/submission.ts'

type Owed = (...facts: never[]) => OutboxEntry

export const owed = {
  /** Facts: none; everything stands on the response. */
  call: ({ at }: { at: string }) => entry('call', 'call', at),
  /** `reminder`: the id of the round. Facts: `message`, the agent's word, if any. */
  reminderNotStarted: ({ at, reminder, message }: Reminder) =>
    entry(`reminder-${reminder}`, 'reminder-not-started', at, { message }),
  /** Facts: `message`. What the draft lacks is read when the mail is written: it may be less by then. */
  reminderDraft: ({ at, reminder, message }: Reminder) =>
    entry(`reminder-${reminder}`, 'reminder-draft', at, { message }),
  /** Facts: what the receipt says of the submission, and its id. */
  receipt: ({ id, number, by, receivedAt, receipt }: Submission) =>
    entry(`receipt-${id}`, 'receipt', receivedAt, {
      submission: id,
      number: String(number),
      by,
      receivedAt,
      reference: receipt.reference,
      sha256: receipt.sha256,
    }),
  /** Facts: `closesAt` (the new deadline), `reason`, `by`. */
  extension: ({ at, closesAt, reason, by }: { at: string; closesAt: string; reason: string; by: string }) =>
    entry(`extension-${closesAt}`, 'extension', at, { closesAt, reason, by }),
  /** Facts: `message`, `closesAt`, `by`, and the titles of the `questions` it is about, a line each. */
  correctionAsked: (asked: {
    at: string
    number: number
    message: string
    closesAt: string
    by: string
    titles?: readonly string[]
  }) =>
    entry(`correction-${asked.number}-${asked.at}`, 'correction-asked', asked.at, {
      message: asked.message,
      closesAt: asked.closesAt,
      by: asked.by,
      questions: asked.titles?.join('\n') || undefined,
    }),
  /** Facts: what was made of the correction, `reason`, and the titles of what it `changed`, a line each. */
  corrected: (
    { id, number, by, receivedAt, receipt }: Submission,
    { reason, titles }: { reason: string; titles: readonly string[] },
  ) =>
    entry(`corrected-${id}`, 'corrected', receivedAt, {
      number: String(number),
      by,
      reason,
      reference: receipt.reference,
      changed: titles.join('\n'),
    }),
  /** To the other side. Facts: the message itself, which is made an item of its own from them (messages.ts). */
  message: ({ id, at, side, by, text, question }: Message, title: string | undefined) =>
    entry(`message-${id}`, side === 'caf' ? 'message-to-partner' : 'message-to-caf', at, {
      message: id,
      by,
      text,
      question,
      title,
    }),
  /** Facts: `number`, of the submission that was validated. */
  validated: ({ at, number }: { at: string; number: number }) =>
    entry(`validated-${number}-${at}`, 'validated', at, { number: String(number) }),
  validationWithdrawn: ({ at, number }: { at: string; number: number }) =>
    entry(`withdrawn-${number}-${at}`, 'validation-withdrawn', at, { number: String(number) }),
  /** Stands on a person. Facts: `organisation` or `caf`, its id; what is said is read when it is written. */
  invitation: ({ at, organisation, caf }: { at: string; organisation?: string; caf?: string }) =>
    entry(`invitation-${organisation ?? caf}-${at}`, 'invitation', at, { organisation, caf }),
  /** Facts: `complete`, `true` when nothing required seems to be missing. */
  missed: ({ at, complete }: { at: string; complete: boolean }) =>
    entry(`missed-${at}`, 'missed', at, { complete: String(complete) }),
  /**
   * Stands on the campaign. Facts: `called`, how many there were in all; how many are `submitted`, `to-correct`,
   * `validated`, `missed`, `waiting` (given more time); of those missed, how many look `complete`; `proposed`, the id
   * of next year's draft, if any.
   */
  closingSummary: ({ at, closesAt, counts, proposed }: Summary) => {
    const of = (name: string) => counts[name] ?? 0
    const statuses = ['called', 'draft', 'submitted', 'to-correct', 'validated', 'missed'].map(of)
    return entry(`closing-${closesAt}`, 'closing-summary', at, {
      called: String(statuses.reduce((sum, count) => sum + count, 0)),
      submitted: String(of('submitted')),
      'to-correct': String(of('to-correct')),
      validated: String(of('validated')),
      missed: String(of('missed')),
      waiting: String(of('called') + of('draft')),
      complete: String(of('looks-complete')),
      proposed,
    })
  },
} satisfies Record<string, Owed>

type Reminder = { at: string; reminder: string; message: string | undefined }
type Summary = {
  at: string
  closesAt: string
  /** By status, and by flag. */
  counts: Readonly<Record<string, number>>
  proposed: string | undefined
}

/** Whether a mail of an extension is of use: those who have submitted need no more time. */
export const needsTime = ({ status }: Pick<Response, 'status'>): boolean =>
  ['called', 'draft', 'missed', 'to-correct'].includes(status)

const entry = (
  id: string,
  mail: OutboxEntry['mail'],
  at: string,
  facts: Record<string, string | undefined> = {},
): OutboxEntry => ({
  id,
  at,
  mail,
  facts: Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
})
