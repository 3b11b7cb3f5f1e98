// The dossiers that somebody fills, as the server last told them, so that their page opens again without network. They
// are one person's: gone when that person signs out, when anybody signs in, and after as long as a session lasts.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { CurrentSection } from '../../forms/filling-wire.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { KEPT_DOSSIERS } from './forget-dossiers.ts'

export type KeptDossier = {
  readonly id: string
  readonly me: Me
  readonly response: ResponseView
  /** When the server last told something of it: by its own clock, and by this device's. */
  readonly toldAt: string
  readonly readAt: string
}

interface Schema extends DBSchema {
  dossiers: { key: string; value: KeptDossier }
}

/** As long as a session is renewed (infra/aws/constructs/people.ts). */
const KEPT_FOR_MS = 12 * 3_600_000
const MOST_DOSSIERS = 8

/** Keeps a dossier that was just read. None of these rejects: a device that keeps nothing opens nothing. */
export const keepDossier = (me: Me, response: ResponseView): Promise<void> =>
  use(undefined, async (db) => {
    const { store, done } = db.transaction('dossiers', 'readwrite')
    const others = (await store.getAll()).filter(({ id }) => id !== response.id)
    const latest = others.toSorted((a, b) => (a.readAt < b.readAt ? 1 : -1))
    for (const [i, { id, me: owner }] of latest.entries())
      if (owner.email !== me.email || i >= MOST_DOSSIERS - 1) await store.delete(id)
    await store.put({ id: response.id, me, response, toldAt: response.now, readAt: new Date().toISOString() })
    await done
  })

type Told = Pick<CurrentSection, 'answers' | 'revision' | 'savedAt'> &
  Partial<Pick<CurrentSection, 'savedBy'>>

/** The server has this of a section from now on. */
export const keepSection = (id: string, section: string, told: Told): Promise<void> =>
  use(undefined, async (db) => {
    const { store, done } = db.transaction('dossiers', 'readwrite')
    const kept = await store.get(id)
    if (kept && (kept.response.sections[section]?.revision ?? 0) < told.revision)
      await store.put({
        ...kept,
        response: withSection(kept.response, section, { savedBy: kept.me.name, ...told }),
        toldAt: told.savedAt,
        readAt: new Date().toISOString(),
      })
    await done
  })

/** The dossier kept under an id, if it may still be opened. */
export const keptDossier = async (id: string): Promise<KeptDossier | undefined> =>
  (await keptDossiers()).find((kept) => kept.id === id)

/** All of them; those kept for too long are dropped. */
export const keptDossiers = (): Promise<readonly KeptDossier[]> =>
  use([], async (db) => {
    const all = await db.getAll('dossiers')
    const isCurrent = ({ readAt }: KeptDossier) => Math.abs(Date.now() - Date.parse(readAt)) < KEPT_FOR_MS
    for (const { id } of all.filter((kept) => !isCurrent(kept))) await db.delete('dossiers', id)
    return all.filter(isCurrent)
  })

export const dropDossier = (id: string): Promise<void> => use(undefined, (db) => db.delete('dossiers', id))

const withSection = (response: ResponseView, section: string, told: Required<Told>): ResponseView => {
  const before = response.sections[section]
  const { working } = response
  const left = Object.entries(working ?? {}).filter(([question]) => !(question in (before?.answers ?? {})))
  return {
    ...response,
    sections: {
      ...response.sections,
      [section]: { formVersion: response.form.version, ...before, ...told },
    },
    ...(working ? { working: { ...Object.fromEntries(left), ...told.answers } } : {}),
  }
}

/** Open for one thing at a time: a connection that stays would hold up what forgets them. */
const use = async <T>(otherwise: T, act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
  try {
    const db = await openDB<Schema>(KEPT_DOSSIERS, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('dossiers', { keyPath: 'id' })
      },
    })
    try {
      return await act(db)
    } finally {
      db.close()
    }
  } catch {
    return otherwise
  }
}
