// What the server has not acknowledged yet, kept on this device: closing the tab, losing the network or the
// session loses nothing. Keyed by person, so that somebody else signing in here neither sees nor sends it.
import { type DBSchema, openDB } from 'idb'
import type { Answers } from '../../forms/schemas.ts'
import type { Conflict } from './merge.ts'

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
  /** The copies of one response, by section. */
  readonly load: () => Promise<Record<string, DeviceCopy>>
  /** Keeps a section's copy, or drops it when undefined: the server has everything. Never rejects. */
  readonly keep: (section: string, copy: DeviceCopy | undefined) => Promise<void>
  /** False once this device has refused to keep something: the page says so. */
  readonly isReliable: () => boolean
}

type Row = DeviceCopy & { readonly owner: string; readonly response: string; readonly section: string }

interface Schema extends DBSchema {
  copies: { key: [string, string, string]; value: Row }
}

/** Opens the copies that `owner` (an e-mail) has of a response. Without IndexedDB it keeps nothing and says so. */
export const openDeviceStore = (owner: string, response: string): DeviceStore => {
  let reliable = true
  const opening = openDB<Schema>('echeance', 1, {
    upgrade: (db) => {
      db.createObjectStore('copies', { keyPath: ['owner', 'response', 'section'] })
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
  return {
    load: () =>
      attempt(async () => {
        const range = IDBKeyRange.bound([owner, response, ''], [owner, response, '\uffff'])
        const rows = await (await database()).getAll('copies', range)
        return Object.fromEntries(rows.map((row) => [row.section, row]))
      }, {}),
    keep: (section, copy) =>
      attempt(async () => {
        const db = await database()
        if (copy) await db.put('copies', { ...copy, owner, response, section })
        else await db.delete('copies', [owner, response, section])
      }, undefined),
    isReliable: () => reliable,
  }
}
