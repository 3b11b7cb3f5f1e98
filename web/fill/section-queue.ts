// The saving of one section: one request at a time, each naming the revision it was made from, and the device's
// copy written before the network is asked.

import type { CurrentSection } from '../../forms/filling-wire.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Fault } from '../../forms/problems.ts'
import type { DeviceCopy } from './device-store.ts'
import { type Conflict, fieldAt, merge, sameAnswer, samePath, withField } from './merge.ts'
import type { SaveState } from './save-state.ts'

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'stale'; readonly current: CurrentSection }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'form-changed' }
  | { readonly kind: 'closed'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'unreachable' }

export type Timers<T = unknown> = {
  readonly set: (act: () => void, ms: number) => T
  readonly clear: (timer: T | undefined) => void
}

type Base = DeviceCopy['base']
type Options = {
  readonly base: Base
  readonly savedAt: string | undefined
  readonly copy: DeviceCopy | undefined
  readonly save: (answers: Answers, revision: number) => Promise<SaveOutcome>
  readonly keep: (copy: DeviceCopy | undefined) => Promise<void>
  readonly now: () => string
  readonly timers: Timers
  /** The section's state has changed. */
  readonly onState: () => void
  /** Answers came from elsewhere: the page is to show these. */
  readonly onMerged: (answers: Answers, current: CurrentSection | undefined) => void
}

const DEBOUNCE_MS = 800
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 60_000
const SESSION_RETRY_MS = 30_000
/** Of several sends whose replies were lost, any may be the one that arrived. */
const MAX_UNACKNOWLEDGED = 20

export type SectionQueue = ReturnType<typeof createSectionQueue>

/** The queue of one section. What the device kept from an earlier visit is merged with what the server has. */
export const createSectionQueue = (options: Options) => {
  let { base, savedAt } = options
  let mine = base.answers
  let conflicts: readonly Conflict[] = []
  let trouble: SaveState | undefined
  let unacknowledged: readonly Answers[] = []
  let timer: unknown
  let failures = 0
  let urgent = false
  let sending: Promise<void> | undefined

  const isDirty = () => !sameAnswer(mine, base.answers)
  const keep = () => options.keep(isDirty() || conflicts.length > 0 ? copyNow() : undefined)
  const copyNow = (): DeviceCopy => ({
    base,
    mine,
    conflicts,
    changedAt: options.now(),
    unacknowledged,
  })
  const later = (ms: number) => {
    options.timers.clear(timer)
    timer = options.timers.set(() => send(), ms)
  }

  const takeIn = (theirs: Base, current?: CurrentSection) => {
    // Our own save whose reply was lost: nobody else changed anything.
    const isOurs = unacknowledged.some((sent) => sameAnswer(sent, theirs.answers))
    unacknowledged = []
    if (isOurs) {
      base = theirs
      return
    }
    const result = merge(base.answers, mine, theirs.answers)
    base = theirs
    mine = result.merged
    const waiting = conflicts
      .filter(({ path }) => !result.conflicts.some((other) => samePath(other.path, path)))
      .map((conflict) => ({ ...conflict, theirs: fieldAt(mine, conflict.path) }))
      .filter((conflict) => !sameAnswer(conflict.mine, conflict.theirs))
    conflicts = [...waiting, ...result.conflicts]
    options.onMerged(mine, current)
  }

  const send = (): Promise<void> => {
    options.timers.clear(timer)
    sending ??= sendOnce().finally(() => {
      sending = undefined
      urgent = false
      options.onState()
    })
    return sending
  }

  const sendOnce = async (): Promise<void> => {
    while (isDirty()) {
      options.onState()
      const sent = mine
      unacknowledged = [...unacknowledged, sent].slice(-MAX_UNACKNOWLEDGED)
      await keep()
      const outcome = await options.save(sent, base.revision)
      trouble = undefined
      const wait = learn(outcome, sent)
      await keep()
      if (wait === 'never' || !isDirty()) return
      if (wait > 0) return later(wait)
    }
  }

  /** Takes an outcome in, and answers how many milliseconds to wait before the next try. */
  const learn = (outcome: SaveOutcome, sent: Answers): number | 'never' => {
    if (outcome.kind === 'saved') {
      failures = 0
      unacknowledged = []
      savedAt = outcome.savedAt
      base = { answers: sent, revision: outcome.revision }
      return urgent ? 0 : DEBOUNCE_MS
    }
    if (outcome.kind === 'stale') {
      failures += 1
      const { answers, revision } = outcome.current
      takeIn({ answers, revision }, outcome.current)
      savedAt = outcome.current.savedAt
      return failures > 3 ? retryMs() : 0
    }
    if (outcome.kind !== 'unreachable') unacknowledged = []
    if (outcome.kind === 'unreachable') {
      failures += 1
      trouble = { kind: 'offline' }
      return retryMs()
    }
    trouble = outcome
    return outcome.kind === 'session-expired' ? SESSION_RETRY_MS : 'never'
  }

  const retryMs = () => Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))

  if (options.copy) {
    const { base: theirs } = options
    base = options.copy.base
    mine = options.copy.mine
    conflicts = options.copy.conflicts
    unacknowledged = options.copy.unacknowledged
    takeIn(theirs)
    keep()
  }

  return {
    /** The person changed the section: kept on the device now, saved in a moment. */
    change: (answers: Answers): void => {
      const untouched = ({ path }: Conflict) => sameAnswer(fieldAt(mine, path), fieldAt(answers, path))
      conflicts = conflicts.filter(untouched)
      mine = answers
      if (trouble?.kind === 'refused') trouble = undefined
      // In trouble a retry is waiting already: typing does not hurry it.
      if (!trouble) later(DEBOUNCE_MS)
      keep().then(options.onState)
    },
    /** Saves now what is not saved; resolves once the try is over. */
    flush: async (): Promise<void> => {
      urgent = true
      if (trouble?.kind !== 'closed') await send()
    },
    /** A person settles a conflict: their own value is saved, or dropped. */
    choose: async (conflict: Conflict, whose: 'mine' | 'theirs'): Promise<void> => {
      conflicts = conflicts.filter((other) => other !== conflict)
      if (whose === 'mine') {
        mine = withField(mine, conflict.path, conflict.mine)
        options.onMerged(mine, undefined)
      }
      await keep()
      options.onState()
      await send()
    },
    close: (message: string): void => {
      options.timers.clear(timer)
      trouble = { kind: 'closed', message }
      options.onState()
    },
    isDirty,
    answers: () => mine,
    saved: () => base.answers,
    conflicts: () => conflicts,
    state: (): SaveState => {
      if (trouble && (isDirty() || trouble.kind === 'closed')) return trouble
      if (isDirty()) return { kind: 'saving' }
      if (conflicts.length > 0) return { kind: 'conflict' }
      return savedAt ? { kind: 'saved', at: savedAt } : { kind: 'untouched' }
    },
  }
}
