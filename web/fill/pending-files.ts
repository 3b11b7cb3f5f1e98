// Files on their way, kept on this device until the server has them: a reload, a lost network or a new sign-in loses
// none. Keyed by person, as the copies of device-store.ts.
import type { DBSchema, openDB } from 'idb'

/** A file that the person gave and the server has not kept yet. */
export type PendingFile = {
  readonly key: string
  readonly question: string
  readonly name: string
  readonly file: Blob
  /** Whether it takes the place of what was given to the question. */
  readonly replaces: boolean
  /** What the server calls it, once it was told of it. */
  readonly document?: string
}

export type PendingFiles = {
  readonly load: () => Promise<PendingFile[]>
  /** Whether this device keeps it. */
  readonly keep: (pending: PendingFile) => Promise<boolean>
  readonly drop: (key: string) => Promise<void>
}

interface Schema extends DBSchema {
  files: { key: [string, string, string]; value: PendingFile & { owner: string; response: string } }
}

/** Opens the files that `owner` (an e-mail) has on their way to a response. Never rejects. */
export const openPendingFiles = (open: typeof openDB, owner: string, response: string): PendingFiles => {
  const opening = open<Schema>('echeance-documents', 1, {
    upgrade: (db) => {
      db.createObjectStore('files', { keyPath: ['owner', 'response', 'key'] })
    },
  })
  opening.catch(() => undefined)
  const all = IDBKeyRange.bound([owner, response, ''], [owner, response, '\uffff'])
  return {
    load: () => opening.then((db) => db.getAll('files', all)).catch(() => []),
    keep: (pending) =>
      opening
        .then((db) => db.put('files', { ...pending, owner, response }))
        .then(() => true)
        .catch(() => false),
    drop: (key) => opening.then((db) => db.delete('files', [owner, response, key])).catch(() => undefined),
  }
}

/** Holds a file for this tab until `release` is called: undefined when another tab has it. */
export const holdFile = (key: string): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    navigator.locks
      .request(`echeance-document-${key}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(() => resolve(undefined))
  })
