// The arithmetic of what a version to publish hides (« secret statistique »): which counts and sums are too small, and
// which others go with them so that no reader computes what is hidden from what is shown.
import type { Bar, Numbers } from '../results-wire.ts'

/** What fewer dossiers than this have in common is not published. */
export const FEWEST = 5
/** A middle value has as many dossiers on each side; a quartile, beyond it. */
const FEWEST_FOR_MEDIAN = 2 * FEWEST
const FEWEST_FOR_QUARTILES = 4 * FEWEST

const isSmall = (count: number | null): boolean => count === null || count < FEWEST

/**
 * The bars of one question with those hidden that are small, and others with them, the smallest first, until at least two
 * are hidden that hold five or more together: then none follows from the rest and from how many answered.
 */
export const hideBars = <B extends Bar>(bars: readonly B[]): B[] => {
  const hidden = new Set(bars.filter(({ count, dossiers }) => isSmall(count) || isSmall(dossiers)))
  if (hidden.size === 0) return [...bars]
  const others = bars.filter((bar) => !hidden.has(bar)).toSorted((a, b) => (a.count ?? 0) - (b.count ?? 0))
  const held = () => [...hidden].reduce((sum, { count }) => sum + (count ?? 0), 0)
  for (const other of others) {
    if (hidden.size >= 2 && held() >= FEWEST) break
    hidden.add(other)
  }
  return bars.map((bar) => (hidden.has(bar) ? { ...bar, count: null, dossiers: null } : bar))
}

/** Whether what numbers come to tells of few dossiers, or counts few people: of an amount, only the first. */
export const isSmallSum = ({ dossiers, notZero, sum }: Numbers, isMoney: boolean): boolean =>
  isSmall(dossiers) || isSmall(notZero) || (!isMoney && Math.abs(sum ?? 0) < FEWEST)

export const hiddenNumbers: Numbers = {
  count: null,
  dossiers: null,
  notZero: null,
  sum: null,
  mean: null,
  median: null,
  q1: null,
  q3: null,
  min: null,
  max: null,
  atMin: null,
  atMax: null,
  bins: null,
}

/** Numbers without what shows one dossier: an end that few share, a quartile of few, a bar of few. */
export const discreetNumbers = (numbers: Numbers): Numbers => {
  const { count, dossiers, median, q1, q3, min, max, atMin, atMax, bins } = numbers
  const of = dossiers ?? 0
  return {
    ...numbers,
    notZero: null,
    median: of >= FEWEST_FOR_MEDIAN ? median : null,
    q1: of >= FEWEST_FOR_QUARTILES ? q1 : null,
    q3: of >= FEWEST_FOR_QUARTILES ? q3 : null,
    min: isSmall(atMin) ? null : min,
    max: isSmall(atMax) ? null : max,
    atMin: null,
    atMax: null,
    // In a list a dossier may stand for a bar alone.
    bins: bins && count === dossiers ? joinBins(bins) : null,
  }
}

/** Neighbouring bars put together until each holds five; null when that leaves one. The two ends are told as open. */
const joinBins = (bins: NonNullable<Numbers['bins']>): Numbers['bins'] => {
  const joined = joinSmall(bins, (a, b) => ({ ...a, isValue: false, count: a.count + b.count }))
  if (joined.length < 2) return null
  return joined.map((bin, i) => ({
    ...bin,
    from: i === 0 && !bin.isValue ? null : bin.from,
    to: bin.isValue ? null : (joined[i + 1]?.from ?? null),
  }))
}

/** Counts in order, neighbours joined until each is at least five. */
export const joinSmall = <T extends { readonly count: number }>(
  counts: readonly T[],
  join: (a: T, b: T) => T,
): T[] => {
  const joined: T[] = []
  for (const one of counts) {
    const last = joined.at(-1)
    if (last && last.count < FEWEST) joined[joined.length - 1] = join(last, one)
    else joined.push(one)
  }
  const [before, last] = joined.slice(-2)
  if (before && last && last.count < FEWEST) return [...joined.slice(0, -2), join(before, last)]
  return joined
}
