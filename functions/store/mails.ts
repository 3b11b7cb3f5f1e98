// A mail owed, as an item of its own under what owes it: who has had it, who could not, and when to try again.
// A worker claims it for a while before it sends, and marks each person it has sent to.
import * as z from 'zod'
import { OutboxEntry } from '../../forms/nouns/history.ts'
import { Instant } from '../../forms/nouns/scalars.ts'
import { mailShard, shardOf } from './index-keys.ts'
import { type Key, keys, ranges } from './keys.ts'
import { queryIndex, queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem, updateItem } from './write-items.ts'

/** What became of a mail for one person. `refused` never left; `returned` and `complained` came back from theirs. */
const Fate = z.object({
  outcome: z.enum(['sent', 'refused', 'returned', 'complained']),
  at: Instant,
  detail: z.string().optional(),
})

export const Mail = OutboxEntry.extend({
  /** The response or campaign that owes it. */
  about: z.string(),
  /** `obsolete`: what it would have said was no longer so. `failed`: given up, see `detail`. */
  status: z.enum(['waiting', 'sent', 'obsolete', 'failed']),
  attempts: z.int(),
  /** Not to be tried before. */
  outboxSince: Instant.optional(),
  detail: z.string().optional(),
  /** By address. */
  people: z.record(z.string(), Fate),
})
export type Mail = z.infer<typeof Mail>
export type Fate = z.infer<typeof Fate>

/** Longer than a run of the worker: a claim outlives no run but a dead one. */
const CLAIM_MS = 120_000
const MINUTE_MS = 60_000
const LONGEST_WAIT_MINUTES = 360
/** Spread over more than a day. */
const MAX_ATTEMPTS = 12

/** Makes the mail of an outbox entry; false when that entry has made one already, and then nothing changed. */
export const putMail = (about: string, entry: OutboxEntry): Promise<boolean> => {
  const mail: Mail = { ...entry, about, status: 'waiting', attempts: 0, outboxSince: entry.at, people: {} }
  return putItem(
    keys.mail(about, entry.id),
    { ...mail, outboxShard: mailShard(shardOf(about)) },
    { condition: 'attribute_not_exists(pk)' },
  )
}

/** Keys of a shard's mails that are due at `now`, the longest waiting first, at most `limit`. Hints. */
export const listDueMails = async (shard: number, now: string, limit: number): Promise<Key[]> =>
  (await queryIndex('outbox', mailShard(shard), { upTo: now, limit })).map((row) => ({
    pk: String(row.pk),
    sk: String(row.sk),
  }))

/** When the change happened that the longest owed of a shard's next waiting mails tells of, if any waits. */
export const oldestOwed = async (shard: number): Promise<string | undefined> =>
  (await queryIndex('outbox', mailShard(shard), { limit: 25 })).map((row) => String(row.at)).toSorted()[0]

/** The mails of a response or of a campaign, delivered or not. */
export const listMails = async (about: string): Promise<Mail[]> =>
  (await queryRange(ranges.mails(about))).map((row) => Mail.parse(row))

/**
 * Takes a due mail for this worker alone: for two minutes no other gets it, and after that it is due again, which
 * is what becomes of a worker that died. Undefined when it is not to be had.
 */
export const claimMail = async (key: Key, now: string): Promise<Mail | undefined> => {
  const claimed = await updateItem(key, 'SET outboxSince = :until, attempts = attempts + :one', {
    condition: '#status = :waiting AND outboxSince <= :now',
    names: { '#status': 'status' },
    values: { ':waiting': 'waiting', ':now': now, ':until': later(now, CLAIM_MS), ':one': 1 },
  })
  return claimed ? findItem(key, Mail) : undefined
}

/** Marks what became of a mail for one person. */
export const markPerson = (mail: Pick<Mail, 'about' | 'id'>, email: string, fate: Fate): Promise<boolean> =>
  updateItem(keys.mail(mail.about, mail.id), 'SET people.#email = :fate', {
    condition: 'attribute_exists(pk)',
    names: { '#email': email },
    values: { ':fate': fate },
  })

/** Ends a mail: nothing more will be tried. */
export const endMail = (
  mail: Mail,
  status: 'sent' | 'obsolete' | 'failed',
  detail?: string,
): Promise<boolean> =>
  updateItem(
    keys.mail(mail.about, mail.id),
    `SET #status = :status${detail ? ', detail = :detail' : ''} REMOVE outboxShard, outboxSince`,
    {
      condition: '#status = :waiting',
      names: { '#status': 'status' },
      values: { ':status': status, ':waiting': 'waiting', ...(detail ? { ':detail': detail } : {}) },
    },
  )

/**
 * Puts a mail off after a failure: a minute, then twice as long each time, six hours at most; given up after twelve
 * attempts. Answers whether it will be tried again.
 */
export const putOffMail = async (mail: Mail, now: string, detail: string): Promise<boolean> => {
  if (mail.attempts >= MAX_ATTEMPTS) {
    await endMail(mail, 'failed', detail)
    return false
  }
  const minutes = Math.min(2 ** (mail.attempts - 1), LONGEST_WAIT_MINUTES)
  return updateItem(keys.mail(mail.about, mail.id), 'SET outboxSince = :at, detail = :detail', {
    condition: '#status = :waiting',
    names: { '#status': 'status' },
    values: { ':waiting': 'waiting', ':at': later(now, minutes * MINUTE_MS), ':detail': detail },
  })
}

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()
