import { useCallback, useRef, useState } from 'preact/hooks'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'

type Steady = {
  /** The rows to show: as they are now, in the place they had. */
  readonly rows: readonly CampaignRow[]
  /** How many would leave, come or stand elsewhere if the list were put in order. */
  readonly moved: number
  /** Puts the list in order. */
  readonly settle: () => void
}

/**
 * Keeps the rows of a list where they are while it is read again: what they say is fresh, and what would move them
 * waits until a person asks, or asks for another list (`key`). Nothing moves under somebody's hand.
 */
export const useSteadyRows = (
  all: readonly CampaignRow[],
  fresh: readonly CampaignRow[],
  key: string,
): Steady => {
  const held = useRef<{ key: string; ids: readonly string[] }>({ key: '', ids: [] })
  const [, redraw] = useState(0)
  if (held.current.key !== key) held.current = { key, ids: fresh.map(({ id }) => id) }
  const settle = useCallback(() => {
    held.current = { key: '', ids: [] }
    redraw((n) => n + 1)
  }, [])
  const { ids } = held.current
  const isSame = ids.length === fresh.length && fresh.every(({ id }, i) => id === ids[i])
  if (isSame) return { rows: fresh, moved: 0, settle }
  const byId = new Map(all.map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), moved: movedIn(ids, fresh), settle }
}

const movedIn = (ids: readonly string[], fresh: readonly CampaignRow[]): number => {
  const now = new Set(fresh.map(({ id }) => id))
  const before = new Set(ids)
  const left = ids.filter((id) => !now.has(id)).length
  const came = fresh.filter(({ id }) => !before.has(id)).length
  if (left + came > 0) return left + came
  return fresh.filter(({ id }, i) => id !== ids[i]).length
}
