// The lock of this tab on a questionnaire: asked for, renewed while the page is open, lost when somebody takes over.

import type { Lock } from '../../forms/editing-wire.ts'
import type { Timers } from './draft-queue.ts'
import { releaseLock, takeLock } from './forms-api.ts'

/** Three times in the life of a lock (forms/editing/lease.ts): twice it may fail. */
const RENEW_MS = 20_000

/** Who may edit: this tab, another one, or nobody has asked yet. */
export type Standing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'mine' }
  | {
      readonly kind: 'other'
      /** Undefined once nobody edits any more. */
      readonly lock: Lock | undefined
      /** This tab was editing when somebody took over. */
      readonly wasMine: boolean
    }

type Options = {
  readonly form: string
  readonly tab: string
  readonly timers: Timers
  readonly onChange: (standing: Standing) => void
}

export const createLease = ({ form, tab, timers, onChange }: Options) => {
  let standing: Standing = { kind: 'asking' }
  let timer: unknown
  const change = (next: Standing): void => {
    standing = next
    onChange(next)
  }
  const later = (): void => {
    timers.clear(timer)
    timer = timers.set(() => ask(), RENEW_MS)
  }
  const ask = async (takeOver = false): Promise<void> => {
    // Whoever lost the lock asks for it by hand alone.
    if (standing.kind === 'other' && !takeOver) return
    later()
    const outcome = await takeLock(form, tab, takeOver)
    if (outcome.kind === 'mine' && standing.kind !== 'mine') change({ kind: 'mine' })
    if (outcome.kind === 'other') lost(outcome.lock)
  }
  const lost = (lock: Lock | undefined): void => {
    timers.clear(timer)
    const wasMine = standing.kind === 'mine' || (standing.kind === 'other' && standing.wasMine)
    change({ kind: 'other', lock, wasMine })
  }
  return {
    standing: (): Standing => standing,
    /** Asks for the lock, or renews it. */
    ask,
    takeOver: (): Promise<void> => ask(true),
    /** Somebody else has it: a save was refused for it, or the form says so. */
    lost,
    /** Leaves it, as the page closes. */
    leave: (): void => {
      timers.clear(timer)
      if (standing.kind === 'mine') releaseLock(form, tab)
    },
  }
}
