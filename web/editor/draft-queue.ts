// The saving of the draft of a questionnaire: one request at a time, each naming the revision it was made from.
// No DOM, no clock of its own: what it needs is given to it.

import { isSameJson } from '../../forms/editing/json-diff.ts'
import type { Content, Finding, Lock } from '../../forms/editing-wire.ts'

export type SaveOutcome =
  | {
      readonly kind: 'saved'
      readonly revision: number
      readonly savedAt: string
      readonly findings: readonly Finding[]
    }
  | { readonly kind: 'stale' }
  | { readonly kind: 'locked'; readonly lock: Lock | undefined }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' | 'session-expired' | 'no-access' | 'stale' | 'locked' }
  | { readonly kind: 'refused'; readonly message: string }

export type Timers<T = unknown> = {
  readonly set: (act: () => void, ms: number) => T
  readonly clear: (timer: T | undefined) => void
}

type Base = { readonly content: Content; readonly revision: number; readonly savedAt: string }

type Options = {
  /** What the server has. */
  readonly base: Base
  readonly save: (content: Content, revision: number) => Promise<SaveOutcome>
  readonly timers: Timers
  /** The state has changed, by what the server answered when it did. */
  readonly onState: (outcome?: SaveOutcome) => void
}

const DEBOUNCE_MS = 1_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 60_000
const SESSION_RETRY_MS = 30_000

export const createDraftQueue = ({ base: first, save, timers, onState }: Options) => {
  let base = first
  let mine = base.content
  let trouble: SaveState | undefined
  let failures = 0
  let timer: unknown
  let sending: Promise<void> | undefined

  const isDirty = (): boolean => !isSameJson(mine, base.content)
  const later = (ms: number): void => {
    timers.clear(timer)
    timer = timers.set(() => send(), ms)
  }

  const send = (): Promise<void> => {
    timers.clear(timer)
    sending ??= sendOnce().finally(() => {
      sending = undefined
    })
    return sending
  }

  const sendOnce = async (): Promise<void> => {
    if (!isDirty() || mustWait()) return
    const sent = mine
    const outcome = await save(sent, base.revision)
    trouble = undefined
    const waitMs = learn(outcome, sent)
    if (waitMs !== undefined && isDirty()) later(waitMs)
    onState(outcome)
  }

  /** Takes an outcome in, and answers in how many milliseconds to try again, if at all. */
  const learn = (outcome: SaveOutcome, sent: Content): number | undefined => {
    if (outcome.kind === 'saved') {
      failures = 0
      base = { content: sent, revision: outcome.revision, savedAt: outcome.savedAt }
      return DEBOUNCE_MS
    }
    if (outcome.kind === 'unreachable') {
      failures += 1
      trouble = { kind: 'offline' }
      return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
    }
    trouble = outcome
    return outcome.kind === 'session-expired' ? SESSION_RETRY_MS : undefined
  }

  /** Only another edit, a person or a new lock settles these. */
  const mustWait = (): boolean =>
    trouble !== undefined && ['stale', 'locked', 'refused', 'no-access'].includes(trouble.kind)

  return {
    /** The content has changed: saved in a moment. In trouble a retry is waiting already. */
    change: (content: Content): void => {
      mine = content
      if (trouble?.kind === 'refused') trouble = undefined
      if (!trouble && isDirty()) later(DEBOUNCE_MS)
    },
    /** Saves now what is not saved. */
    flush: async (): Promise<void> => {
      await sending
      await send()
    },
    /** What the server has now, which `mine` is to follow: what stood in the way is settled. */
    rebase: (current: Base): void => {
      base = current
      trouble = undefined
      failures = 0
      if (isDirty()) later(0)
    },
    /** Somebody else edits: nothing is sent until this tab has the lock again. */
    hold: (): void => {
      timers.clear(timer)
      trouble = { kind: 'locked' }
    },
    isDirty,
    base: (): Base => base,
    state: (): SaveState => {
      if (trouble && isDirty()) return trouble
      return isDirty() ? { kind: 'saving' } : { kind: 'saved', at: base.savedAt }
    },
  }
}
