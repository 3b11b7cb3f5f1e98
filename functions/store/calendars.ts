// Calendar secrets: 128 bits, stored as a hash. The person's own item says which one is good, so that one write
// revokes it; a secret that is not there named opens nothing.
import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { Instant } from '../../forms/nouns/scalars.ts'
import { keys } from './keys.ts'
import { findItem } from './read-items.ts'
import { deleteItem, putItem } from './write-items.ts'

const SECRET_BYTES = 16
const Current = z.object({ hash: z.string(), createdAt: Instant })
const Opened = z.object({ email: z.email() })

/** When a person's calendar address was made; undefined when they have none. */
export const findCalendar = async (email: string): Promise<{ createdAt: string } | undefined> =>
  findItem(keys.calendarOf(email), Current)

/** Makes a new secret for a person; the one before opens nothing any more. It is told now and never again. */
export const createCalendar = async (email: string, createdAt: string): Promise<string> => {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const hash = hashOf(secret)
  await putItem(keys.calendar(hash), { email })
  const before = await findItem(keys.calendarOf(email), Current)
  await putItem(keys.calendarOf(email), { hash, createdAt })
  if (before) await deleteItem(keys.calendar(before.hash))
  return secret
}

/** Takes a person's secret back; none there is no failure. */
export const revokeCalendar = async (email: string): Promise<void> => {
  const before = await findItem(keys.calendarOf(email), Current)
  if (!before) return
  await deleteItem(keys.calendarOf(email))
  await deleteItem(keys.calendar(before.hash))
}

/** Whose calendar a secret opens now. */
export const ownerOfCalendar = async (secret: string): Promise<string | undefined> => {
  const hash = hashOf(secret)
  const opened = await findItem(keys.calendar(hash), Opened)
  const current = opened && (await findItem(keys.calendarOf(opened.email), Current))
  return current?.hash === hash ? opened?.email : undefined
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
