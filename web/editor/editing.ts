// A questionnaire being edited: the document, its saving, its lock and what this device keeps, in one place that the
// page reads and that tells it of every change.

import { isSameJson } from '../../forms/editing/json-diff.ts'
import type { Content, Finding, FormView } from '../../forms/editing-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { serverNow } from '../shared/clock.ts'
import { openDeviceDrafts, tabName } from './device-drafts.ts'
import { createDocument, type Doc } from './document.ts'
import { createDraftQueue, type SaveOutcome, type SaveState } from './draft-queue.ts'
import { getForm, saveDraft } from './forms-api.ts'
import { createLease, type Standing } from './lease.ts'
import { takeTheirs } from './whose-words.ts'

export type DraftView = NonNullable<FormView['draft']>
export type Editing = Awaited<ReturnType<typeof startEditing>>

/** What somebody else saved while this tab had edits of its own. */
export type Conflict = {
  readonly theirs: DraftView
  readonly mine: Content
  /** What both started from. */
  readonly base: Content
}

const WATCH_MS = 10_000

/** Starts editing a draft: what this device kept is taken up again, and sent. */
export const startEditing = async (me: Me, loaded: FormView, draft: DraftView) => {
  let form = loaded
  let conflict: Conflict | undefined
  let findings: readonly Finding[] | undefined
  let watching: unknown
  let hasEnded = false
  let isGone = false
  const listeners = new Set<() => void>()
  const told = (): void => {
    for (const listener of [...listeners]) listener()
  }
  const tab = await tabName()
  const device = openDeviceDrafts(me.email, form.id, tab)
  const kept = await device.load(form.lock?.tab)
  const fresh = { content: draft.content, text: undefined, past: [], future: [] }
  const doc: Doc = createDocument(kept?.snapshot ?? fresh, Date.now)

  const save = (content: Content, revision: number): Promise<SaveOutcome> =>
    saveDraft({ form: form.id, tab, title: titleOf(content, form.title) }, content, revision)
  const queue = createDraftQueue({
    base: baseOf(draft),
    save,
    timers,
    onState: (outcome) => {
      if (outcome?.kind === 'saved') findings = outcome.findings
      if (outcome?.kind === 'locked') lease.lost(outcome.lock)
      if (outcome?.kind === 'stale') refresh().catch(() => undefined)
      keep()
      told()
    },
  })
  /** Something here is nowhere else: an edit to send, or a text that is not valid yet. */
  const hasOwn = (): boolean => queue.isDirty() || doc.text() !== undefined
  const keep = (): void => {
    if (hasEnded) return
    device.keep({
      snapshot: doc.snapshot(),
      base: queue.base(),
      isUnsent: hasOwn(),
      changedAt: serverNow(),
    })
  }

  /** What the server has now, beside what stands here. */
  const meet = (next: FormView): void => {
    form = next
    const theirs = next.draft
    isGone = !theirs && !hasEnded
    if (theirs && theirs.revision !== queue.base().revision) {
      if (isSameJson(theirs.content, doc.content())) queue.rebase(baseOf(theirs))
      else if (hasOwn()) conflict = { theirs, mine: doc.content(), base: queue.base().content }
      else follow(theirs)
    }
    told()
  }
  /** Nothing here is unsent: what they saved takes its place, as a step that can be undone. */
  const follow = (theirs: DraftView): void => {
    queue.rebase(baseOf(theirs))
    doc.replace(theirs.content, `Modifications de ${theirs.savedBy}`)
  }
  const refresh = async (): Promise<void> => meet(await getForm(form.id))

  const lease = createLease({
    form: form.id,
    tab,
    timers,
    onChange: (standing) => {
      timers.clear(watching)
      if (standing.kind === 'other') {
        queue.hold()
        watching = timers.set(watch, WATCH_MS)
      }
      if (standing.kind === 'mine') resume()
      told()
    },
  })
  /** While somebody else edits: what they save is shown here, and that they have finished. */
  const watch = async (): Promise<void> => {
    const next = await getForm(form.id).catch(() => undefined)
    if (lease.standing().kind !== 'other') return
    // Unsent edits stay as they are until this tab has the lock again.
    if (next && !hasOwn()) meet(next)
    queue.hold()
    lease.lost(next ? next.lock : form.lock)
  }
  /** The lock is here: what was saved meanwhile is met, then what is unsent goes. */
  const resume = async (): Promise<void> => {
    const next = await getForm(form.id).catch(() => undefined)
    if (next) meet(next)
    if (!conflict) queue.rebase(queue.base())
    told()
  }

  doc.subscribe(() => {
    if (!conflict) queue.change(doc.content())
    keep()
    told()
  })
  if (kept) {
    const isFollowed =
      kept.base.revision === draft.revision || isSameJson(kept.snapshot.content, draft.content)
    if (isFollowed) queue.change(doc.content())
    else if (kept.isUnsent) conflict = { theirs: draft, mine: doc.content(), base: kept.base.content }
    else doc.replace(draft.content, `Modifications de ${draft.savedBy}`)
  }
  lease.ask()

  return {
    me,
    doc,
    tab,
    form: (): FormView => form,
    title: (): string => titleOf(doc.content(), form.title),
    /** What the last save found; undefined before it. */
    findings: (): readonly Finding[] | undefined => findings,
    revision: (): number => queue.base().revision,
    saveState: (): SaveState => (conflict ? { kind: 'stale' } : queue.state()),
    standing: (): Standing => lease.standing(),
    /** Not while the lock is asked for: what is typed meanwhile is kept, and the server takes it from its holder alone. */
    isReadOnly: (): boolean =>
      isGone || hasEnded || lease.standing().kind === 'other' || conflict !== undefined,
    /** Somebody else published the draft, or gave it up. */
    isGone: (): boolean => isGone,
    /** Saves what stands here as a new draft, where there is none any more. */
    startAgain: (): void => {
      isGone = false
      conflict = undefined
      queue.rebase({ content: { definition: {}, info: {} }, revision: 0, savedAt: serverNow() })
      queue.change(doc.content())
      told()
    },
    isReliable: device.isReliable,
    conflict: (): Conflict | undefined => conflict,
    /** Settles a conflict: their version is the ground, and either stands; the other is one « Annuler » away. */
    choose: (whose: 'mine' | 'theirs'): void => {
      if (!conflict) return
      const { theirs } = conflict
      conflict = undefined
      queue.rebase(baseOf(theirs))
      if (whose === 'theirs') doc.replace(theirs.content, takeTheirs(theirs.savedBy, me.name))
      queue.change(doc.content())
      keep()
      told()
    },
    takeOver: lease.takeOver,
    /** Saves now; true once the server has all of it. */
    flush: async (): Promise<boolean> => {
      await queue.flush()
      return !queue.isDirty() && conflict === undefined
    },
    /** The network is back, or the page is looked at again. */
    wake: (): void => {
      lease.ask()
      queue.flush()
    },
    leave: lease.leave,
    refresh,
    /** The draft is no more: published by this tab. Nothing is left to keep here. */
    end: (): void => {
      hasEnded = true
      lease.leave()
      device.forget()
    },
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The title is said in the content, where it is undone with the rest. */
const titleOf = ({ info }: Content, otherwise: string): string =>
  typeof info.title === 'string' && info.title.trim() !== '' ? info.title.slice(0, 500) : otherwise

const baseOf = ({ content, revision, savedAt }: DraftView) => ({ content, revision, savedAt })

const timers = {
  set: (act: () => void, ms: number) => window.setTimeout(act, ms),
  clear: (timer: unknown) => {
    if (typeof timer === 'number') window.clearTimeout(timer)
  },
}
