// What is being edited, kept on this device at each change with all that can be undone: closing the tab, losing the
// network or the session loses nothing. Keyed by person, so that somebody else signing in here neither sees nor sends
// it, and by tab, since each has its own.
import { type DBSchema, openDB } from 'idb'
import type { Content } from '../../forms/editing-wire.ts'
import type { Snapshot } from './document.ts'

type DeviceDraft = {
  readonly snapshot: Snapshot
  /** What the server had when this began to differ from it. */
  readonly base: { readonly content: Content; readonly revision: number }
  /** It holds what the server has not acknowledged. */
  readonly isUnsent: boolean
  readonly changedAt: string
}

export type DeviceDrafts = {
  /** What this tab left, or else the latest that a closed one left; `openTab` is another that is still at work. */
  readonly load: (openTab: string | undefined) => Promise<DeviceDraft | undefined>
  /** Keeps the latest given, one write at a time. Never rejects. */
  readonly keep: (draft: DeviceDraft) => void
  /** There is nothing more to keep. Never rejects. */
  readonly forget: () => void
  /** False once this device has refused to keep something: the page says so. */
  readonly isReliable: () => boolean
}

type Row = DeviceDraft & { readonly owner: string; readonly form: string; readonly tab: string }

interface Schema extends DBSchema {
  drafts: { key: [string, string, string]; value: Row }
}

/** Opens what `owner` (an e-mail) keeps of a questionnaire here. Without IndexedDB it keeps nothing and says so. */
export const openDeviceDrafts = (owner: string, form: string, tab: string): DeviceDrafts => {
  let reliable = true
  let waiting: DeviceDraft | undefined
  let isWriting = false
  const opening = openDrafts()
  const attempt = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act()
    } catch {
      reliable = false
      return otherwise
    }
  }
  opening.catch(() => {
    reliable = false
  })

  const write = async (): Promise<void> => {
    if (isWriting) return
    isWriting = true
    while (waiting) {
      const draft = waiting
      waiting = undefined
      await attempt(async () => {
        await (await opening).put('drafts', { ...draft, owner, form, tab })
      }, undefined)
    }
    isWriting = false
  }

  return {
    load: (openTab) =>
      attempt(async () => {
        const db = await opening
        const all = await db.getAll('drafts', rangeOf(owner, form))
        const left = all.filter((row) => row.tab !== openTab || row.tab === tab)
        const own = left.find((row) => row.tab === tab) ?? left.toSorted(byUrgency).at(0)
        // Those that hold nothing unsent are of no more use than the one taken.
        for (const row of left)
          if (row.tab !== tab && (row === own || !row.isUnsent))
            await db.delete('drafts', [owner, form, row.tab])
        if (own) await db.put('drafts', { ...own, tab })
        return own
      }, undefined),
    keep: (draft) => {
      waiting = draft
      write()
    },
    forget: () => {
      waiting = undefined
      attempt(async () => (await opening).delete('drafts', [owner, form, tab]), undefined)
    },
    isReliable: () => reliable,
  }
}

/** Whether this device keeps edits of `owner` to a questionnaire that the server does not have. Never rejects. */
export const hasUnsent = async (owner: string, form: string): Promise<boolean> => {
  try {
    const all = await (await openDrafts()).getAll('drafts', rangeOf(owner, form))
    return all.some(({ isUnsent }) => isUnsent)
  } catch {
    return false
  }
}

let opened: ReturnType<typeof open> | undefined

/** Rejects where a browser refuses, also one that does so at once: by throwing, or by having no IndexedDB at all. */
const openDrafts = (): ReturnType<typeof open> => {
  opened ??= open()
  return opened
}

const open = async () =>
  openDB<Schema>('echeance-questionnaires', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: ['owner', 'form', 'tab'] })
    },
  })

const rangeOf = (owner: string, form: string): IDBKeyRange =>
  IDBKeyRange.bound([owner, form, ''], [owner, form, '\uffff'])

/** What was not sent first, the latest first. */
const byUrgency = (one: Row, other: Row): number =>
  Number(other.isUnsent) - Number(one.isUnsent) || other.changedAt.localeCompare(one.changedAt)

const TAB = 'echeance.onglet'

/** How long a page that is being left may take to let go of its name. */
const LET_GO_MS = 400

let named: Promise<string> | undefined

/** How this tab names itself, the same after a reload. One that is a copy of an open tab takes a name of its own. */
export const tabName = (): Promise<string> => {
  named ??= nameOf()
  return named
}

/** Begins what takes a moment before anything can be read: opens what this device keeps, and names this tab. */
export const prepareDevice = (): void => {
  openDrafts().catch(() => undefined)
  tabName()
}

const nameOf = async (): Promise<string> => {
  const known = sessionStorage.getItem(TAB)
  if (known && (await isHeld(known))) return known
  const name = crypto.randomUUID()
  sessionStorage.setItem(TAB, name)
  await isHeld(name)
  return name
}

/** Holds a name for as long as this page is open; false when another page holds it. A browser without locks holds all. */
const isHeld = (name: string): Promise<boolean> =>
  new Promise((answer) => {
    if (!navigator.locks) return answer(true)
    const held = () => {
      answer(true)
      return new Promise<never>(() => undefined)
    }
    navigator.locks
      .request(`${TAB}.${name}`, { signal: AbortSignal.timeout(LET_GO_MS) }, held)
      .catch(() => answer(false))
  })
