// One tab edits a questionnaire at a time. Its lock is a lease that it renews while it is open, so that a tab that died
// holds nobody up. It keeps people from working against each other; that nothing is overwritten is the revision's work.
import type { Lock } from '../editing-wire.ts'
import { Problem } from '../problems.ts'

/** How long a lock holds unless renewed, which its tab does every 20 seconds: twice it may fail. */
const LEASE_SECONDS = 60

/** The lock of somebody who takes or renews it at an instant. */
export const leaseOf = ({ name, email, tab }: Omit<Lock, 'until'>, at: string): Lock => ({
  name,
  email,
  tab,
  until: new Date(Date.parse(at) + LEASE_SECONDS * 1000).toISOString(),
})

/** Whether a lock still holds. */
export const isHeld = (lock: Lock | undefined, at: string): lock is Lock =>
  lock !== undefined && lock.until > at

/** Throws `locked` while another tab, or with no tab told another person, holds the lock. */
export const assertFree = (lock: Lock | undefined, by: { email: string; tab?: string }, at: string): void => {
  if (isHeld(lock, at) && !(lock.email === by.email && (by.tab ?? lock.tab) === lock.tab))
    throw lockedProblem(lock, by)
}

/** The refusal that says who edits, and until when if they were to stop now. */
export const lockedProblem = (lock: Lock, by: { email: string }): Problem => {
  const who =
    lock.email === by.email
      ? 'Vous modifiez déjà ce questionnaire dans un autre onglet.'
      : `${lock.name} modifie ce questionnaire.`
  const next =
    'Une minute après la fermeture de cet onglet il sera libre ; vous pouvez aussi prendre la main.'
  return new Problem('locked', `${who} Rien n’a été enregistré. ${next}`, { extra: { lock } })
}
