// The lock of a questionnaire: which tab edits it. An item of its own, so that renewing it every few seconds costs
// nothing of the size of the draft.

import { leaseOf, lockedProblem } from '../../forms/editing/lease.ts'
import { Lock } from '../../forms/editing-wire.ts'
import { keys } from './keys.ts'
import { findItem } from './read-items.ts'
import { deleteItem, putItem } from './write-items.ts'

type Taker = Omit<Lock, 'until'> & { readonly at: string; readonly takeOver?: boolean | undefined }

/** Takes or renews the lock. Throws `locked` while another tab holds it, unless it is taken over. */
export const takeLock = async (formId: string, { at, takeOver = false, ...who }: Taker): Promise<Lock> => {
  const lock = leaseOf(who, at)
  const mine = '(tab = :tab AND email = :email)'
  const free = {
    condition: `attribute_not_exists(pk) OR ${mine} OR #until <= :at`,
    names: { '#until': 'until' },
    values: { ':tab': who.tab, ':email': who.email, ':at': at },
  }
  if (await putItem(keys.formLock(formId), lock, takeOver ? {} : free)) return lock
  const holder = await findItem(keys.formLock(formId), Lock)
  // It was left in between.
  if (!holder) return takeLock(formId, { ...who, at })
  throw lockedProblem(holder, who)
}

/** Leaves the lock, if this tab has it. */
export const releaseLock = async (
  formId: string,
  { tab, email }: Pick<Lock, 'tab' | 'email'>,
): Promise<void> => {
  await deleteItem(keys.formLock(formId), {
    condition: 'tab = :tab AND email = :email',
    values: { ':tab': tab, ':email': email },
  })
}
