// Which part of one definition is which of another: by its name, or, for one that was renamed, by all the rest.

import type { Part } from './outline.ts'
import { isSame } from './same.ts'

type Pair = { readonly before: Part; readonly after: Part }

/** A part on both sides, whether it has another name, and where it went: out of its page or group, or within it. */
export type Paired = Pair & { readonly renamed: boolean; readonly moved: 'elsewhere' | 'here' | undefined }

type Pairing = {
  readonly pairs: readonly Paired[]
  readonly added: readonly Part[]
  readonly removed: readonly Part[]
}

/** Pairs the parts of a scope. What is left over on either side was added or removed. */
export const pairingOf = (before: readonly Part[], after: readonly Part[]): Pairing => {
  const named = new Map(before.map((part) => [part.id, part]))
  const kept = after.flatMap((part) => {
    const same = named.get(part.id)
    return same ? [{ before: same, after: part }] : []
  })
  const [taken, met] = [new Set(kept.map((pair) => pair.before)), new Set(kept.map((pair) => pair.after))]
  const gone = before.filter((part) => !taken.has(part))
  const renamed = renamings(
    gone,
    after.filter((part) => !met.has(part)),
  )
  const pairs = [...kept, ...renamed].toSorted((a, b) => after.indexOf(a.after) - after.indexOf(b.after))
  for (const pair of renamed) {
    taken.add(pair.before)
    met.add(pair.after)
  }
  const moved = movesIn(pairs)
  return {
    pairs: pairs.map((pair) => ({ ...pair, renamed: renamed.includes(pair), moved: moved.get(pair) })),
    added: after.filter((part) => !met.has(part)),
    removed: before.filter((part) => !taken.has(part)),
  }
}

/** Pages and panels first: what stands in them stands in the same place then. */
const renamings = (gone: readonly Part[], fresh: readonly Part[]): Pair[] => {
  const found: Pair[] = []
  const samePlace = (one: Part, other: Part) =>
    one.parent === other.parent ||
    found.some((pair) => pair.before.id === one.parent && pair.after.id === other.parent)
  for (const after of [...fresh].sort((a, b) => Number(isBox(b)) - Number(isBox(a)))) {
    const [likely] = gone
      .filter((before) => !found.some((pair) => pair.before === before))
      .filter(
        (before) => before.kind === after.kind && before.type === after.type && samePlace(before, after),
      )
      .filter((before) => isLike(before, after))
      .toSorted((a, b) => Math.abs(a.place - after.place) - Math.abs(b.place - after.place))
    if (likely) found.push({ before: likely, after })
  }
  return found
}

const isBox = ({ kind }: Part): boolean => kind === 'page' || kind === 'panel'

/** The same title, of its own; or the same in all but the name, with something to go by. */
const isLike = (before: Part, after: Part): boolean =>
  (before.own.title !== undefined && isSame(before.own.title, after.own.title)) ||
  (isSame(before.own, after.own) && Object.keys(after.own).length + after.inner.length > 0)

/** Which parts stand elsewhere, or in another order among those that stayed: as few as can be said to have moved. */
const movesIn = (pairs: readonly Pair[]): Map<Pair, 'elsewhere' | 'here'> => {
  const moves = new Map<Pair, 'elsewhere' | 'here'>()
  const parentAfter = new Map(pairs.map(({ before, after }) => [before.id, after.id]))
  const stayed = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const { before, after } = pair
    if ((before.parent === '' ? '' : parentAfter.get(before.parent)) !== after.parent)
      moves.set(pair, 'elsewhere')
    else stayed.set(after.parent, [...(stayed.get(after.parent) ?? []), pair])
  }
  for (const siblings of stayed.values()) {
    const inOrder = siblings.toSorted((a, b) => a.after.place - b.after.place)
    const steady = longestRising(inOrder.map(({ before }) => before.place))
    inOrder.forEach((pair, i) => {
      if (!steady.has(i)) moves.set(pair, 'here')
    })
  }
  return moves
}

/** The indexes of a longest rising run, not necessarily adjacent: what did not move when the others did. */
export const longestRising = (places: readonly number[]): ReadonlySet<number> => {
  const length: number[] = []
  const from: number[] = []
  let last = -1
  places.forEach((place, i) => {
    length[i] = 1
    from[i] = -1
    for (let j = 0; j < i; j += 1) {
      const longer = (length[j] ?? 0) + 1
      if ((places[j] ?? 0) < place && longer > (length[i] ?? 0)) {
        length[i] = longer
        from[i] = j
      }
    }
    if ((length[i] ?? 0) > (length[last] ?? 0)) last = i
  })
  const steady = new Set<number>()
  for (let i = last; i >= 0; i = from[i] ?? -1) steady.add(i)
  return steady
}
