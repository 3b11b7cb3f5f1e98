// What the server has not acknowledged yet, kept on this device: closing the tab, losing the network or the
// session loses nothing. Keyed by person, so that somebody else signing in here neither sees nor sends it, and by
// tab, so that two tabs without network do not write over each other.
import { type DBSchema, openDB } from 'idb'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Conflict, merge } from './merge.ts'

/** A section as the server last acknowledged it, and as the person left it. */
export type DeviceCopy = {
  readonly base: { readonly answers: Answers; readonly revision: number }
  readonly mine: Answers
  readonly conflicts: readonly Conflict[]
  readonly changedAt: string
  /** What was sent since the base while nothing is known of its fate, latest last. */
  readonly unacknowledged: readonly Answers[]
}

export type DeviceStore = {
  /** The copies of one response, by section: this tab takes over what others left. */
  readonly load: () => Promise<Record<string, DeviceCopy>>
  /** Keeps a section's copy, or drops it when undefined: the server has everything. Never rejects. */
  readonly keep: (section: string, copy: DeviceCopy | undefined) => Promise<void>
  /** What was kept under other versions of the questionnaire, by any tab. */
  readonly older: () => Promise<readonly OlderCopy[]>
  /** Drops those, once what they hold is elsewhere. */
  readonly forget: (copies: readonly OlderCopy[]) => Promise<void>
  /** False once this device has refused to keep something: the page says so. */
  readonly isReliable: () => boolean
}

type Row = DeviceCopy & {
  readonly owner: string
  readonly response: string
  readonly section: string
  readonly tab: string
  /** The version of the questionnaire it was written in. */
  readonly version?: number
}

export type OlderCopy = Pick<Row, 'base' | 'mine' | 'changedAt' | 'section' | 'tab'> & {
  readonly version: number
}

interface Schema extends DBSchema {
  copies: { key: [string, string, string, string]; value: Row }
}

/** What two tabs kept of one section, as one copy: both hold, and a person decides where they differ. */
export const together = (one: DeviceCopy, other: DeviceCopy): DeviceCopy => {
  const [older, newer] = one.base.revision <= other.base.revision ? [one, other] : [other, one]
  const { merged, conflicts } = merge(older.base.answers, older.mine, newer.mine)
  return {
    ...newer,
    mine: merged,
    conflicts: [...older.conflicts, ...newer.conflicts, ...conflicts],
    unacknowledged: [...older.unacknowledged, ...newer.unacknowledged],
  }
}

/**
 * Opens the copies that `owner` (an e-mail) has of a response under a version of its questionnaire. Without IndexedDB it
 * keeps nothing and says so.
 */
export const openDeviceStore = (owner: string, response: string, version?: number): DeviceStore => {
  let reliable = true
  const tab = crypto.randomUUID()
  const opening = openDB<Schema>('echeance', 1, {
    upgrade: (db) => {
      db.createObjectStore('copies', { keyPath: ['owner', 'response', 'section', 'tab'] })
    },
  }).catch(() => undefined)
  const attempt = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act()
    } catch {
      reliable = false
      return otherwise
    }
  }
  const database = async () => {
    const db = await opening
    if (!db) throw new Error('IndexedDB is not available')
    return db
  }
  const all = IDBKeyRange.bound([owner, response, '', ''], [owner, response, '\uffff', '\uffff'])
  const isOurs = (row: Row): boolean => (row.version ?? version) === version
  const rowOf = (section: string, copy: DeviceCopy): Row => ({
    ...{ ...copy, owner, response, section, tab },
    ...(version === undefined ? {} : { version }),
  })
  return {
    load: () =>
      attempt(async () => {
        const { store, done } = (await database()).transaction('copies', 'readwrite')
        const copies = new Map<string, DeviceCopy>()
        for (const { section, ...copy } of (await store.getAll(all)).filter(isOurs)) {
          const known = copies.get(section)
          copies.set(section, known ? together(known, copy) : copy)
          await store.delete([owner, response, section, copy.tab])
        }
        for (const [section, copy] of copies) await store.put(rowOf(section, copy))
        await done
        return Object.fromEntries(copies)
      }, {}),
    keep: (section, copy) =>
      attempt(async () => {
        const db = await database()
        if (copy) await db.put('copies', rowOf(section, copy))
        else await db.delete('copies', [owner, response, section, tab])
      }, undefined),
    older: () =>
      attempt(async () => {
        const rows: Row[] = await (await database()).getAll('copies', all)
        return rows.flatMap((row) =>
          row.version === undefined || isOurs(row) ? [] : [{ ...row, version: row.version }],
        )
      }, []),
    forget: (copies) =>
      attempt(async () => {
        const db = await database()
        for (const { section, tab: whose } of copies)
          await db.delete('copies', [owner, response, section, whose])
      }, undefined),
    isReliable: () => reliable,
  }
}
