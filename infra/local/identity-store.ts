// What the identity provider remembers (sessions, grants, refresh tokens), kept in one file written whole: a
// restart signs nobody out, and a demo never holds enough of it to need more.
import { existsSync, readFileSync } from 'node:fs'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import * as z from 'zod'
import { writeWhole } from './write-whole.ts'

const Entry = z.object({ payload: z.record(z.string(), z.unknown()), expiresAt: z.number() })
type Entry = { payload: AdapterPayload; expiresAt: number }

/** Opens the store kept in `path`; answers what makes an oidc-provider adapter for each kind of thing. */
export const openIdentityStore = (path: string): ((model: string) => Adapter) => {
  const kept = existsSync(path)
    ? z.record(z.string(), Entry).parse(JSON.parse(readFileSync(path, 'utf8')))
    : {}
  const entries = new Map<string, Entry>(Object.entries(kept))

  const save = () => {
    for (const [key, { expiresAt }] of entries) if (expiresAt < Date.now()) entries.delete(key)
    writeWhole(path, JSON.stringify(Object.fromEntries(entries)))
  }
  const findBy = (model: string, member: 'uid' | 'userCode', value: string) =>
    [...entries].find(([key, { payload }]) => key.startsWith(`${model}:`) && payload[member] === value)?.[1]
      .payload

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`
    const find = async (id: string) => {
      const entry = entries.get(keyOf(id))
      return entry && entry.expiresAt >= Date.now() ? entry.payload : undefined
    }
    return {
      find,
      upsert: async (id, payload, expiresInSeconds) => {
        entries.set(keyOf(id), { payload, expiresAt: Date.now() + (expiresInSeconds || 86_400) * 1000 })
        save()
      },
      findByUid: async (uid) => findBy(model, 'uid', uid),
      findByUserCode: async (userCode) => findBy(model, 'userCode', userCode),
      destroy: async (id) => {
        entries.delete(keyOf(id))
        save()
      },
      consume: async (id) => {
        const entry = entries.get(keyOf(id))
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
        save()
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
        save()
      },
    }
  }
}
