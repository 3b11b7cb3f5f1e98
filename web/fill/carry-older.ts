import type { ResponseView } from '../../forms/response-wire.ts'
import type { DeviceStore } from './device-store.ts'
import type { LostHere } from './older-copies.ts'

type Keys = Readonly<Record<string, readonly string[]>>

/**
 * Takes what this device kept under another version of the questionnaire over to the one shown: the copies become copies
 * of it. Answers what has no place there. What that takes is loaded only where there is something to take over.
 */
export const carryOlder = async (
  store: DeviceStore,
  response: ResponseView,
  keys: Keys,
): Promise<readonly LostHere[]> => {
  const older = response.moved ? await store.older() : []
  if (older.length === 0) return []
  // Out of reach, they stay where they are until the next visit.
  const moving = await import('./older-copies.ts').catch(() => undefined)
  const carried = await moving?.moveCopies(older, response, keys).catch(() => undefined)
  if (!carried) return []
  for (const [section, copy] of Object.entries(carried.copies)) await store.keep(section, copy)
  await store.forget(older)
  return carried.lost
}
