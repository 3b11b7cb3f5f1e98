// What many numbers come to: their sum, mean, median and quartiles, their least and most, and how they spread.
import type { Bin, Numbers } from '../results-wire.ts'

/** At most about this many bars in a drawing of how numbers spread. */
const BARS = 8

/** Counts dossiers among values that come dossier by dossier. */
export const dossierCounter = () => {
  let [count, last] = [0, -1]
  return {
    add: (dossier: number): void => {
      if (dossier !== last) count += 1
      last = dossier
    },
    count: () => count,
  }
}

/** Takes numbers in; eight bytes each are kept, since a median needs them all. */
export const numbersTally = () => {
  const values: number[] = []
  const [dossiers, notZero] = [dossierCounter(), dossierCounter()]
  let least = { value: Number.POSITIVE_INFINITY, dossiers: dossierCounter() }
  let most = { value: Number.NEGATIVE_INFINITY, dossiers: dossierCounter() }
  return {
    add: (value: number, dossier: number): void => {
      values.push(value)
      dossiers.add(dossier)
      if (value !== 0) notZero.add(dossier)
      if (value < least.value) least = { value, dossiers: dossierCounter() }
      if (value > most.value) most = { value, dossiers: dossierCounter() }
      if (value === least.value) least.dossiers.add(dossier)
      if (value === most.value) most.dossiers.add(dossier)
    },
    numbers: (): Numbers => {
      const sorted = Float64Array.from(values).toSorted()
      const sum = tidy(sorted.reduce((total, value) => total + value, 0))
      const some = sorted.length > 0
      return {
        count: sorted.length,
        dossiers: dossiers.count(),
        notZero: notZero.count(),
        sum,
        mean: some ? tidy(sum / sorted.length) : null,
        median: quantile(sorted, 0.5),
        q1: quantile(sorted, 0.25),
        q3: quantile(sorted, 0.75),
        min: some ? least.value : null,
        max: some ? most.value : null,
        atMin: least.dossiers.count(),
        atMax: most.dossiers.count(),
        bins: some ? binsOf(sorted) : null,
      }
    },
  }
}

/** The value under which a share of sorted numbers lies, between two of them in proportion; null of none. */
export const quantile = (sorted: ArrayLike<number>, share: number): number | null => {
  if (sorted.length === 0) return null
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return tidy(low + (high - low) * (at - Math.floor(at)))
}

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toFixed(6))

/** A bar for each value where there are few, for each round step otherwise. */
const binsOf = (sorted: Float64Array): Bin[] => {
  const values = new Map<number, number>()
  for (const value of sorted) {
    values.set(value, (values.get(value) ?? 0) + 1)
    if (values.size > BARS) return stepsOf(sorted)
  }
  return [...values].map(([value, count]) => ({ from: value, to: null, isValue: true, count }))
}

const stepsOf = (sorted: Float64Array): Bin[] => {
  const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const step = roundStep((max - min) / BARS)
  const first = Math.floor(min / step)
  const counts = Array.from({ length: Math.floor(max / step) - first + 1 }, () => 0)
  for (const value of sorted) {
    const at = Math.min(Math.floor(value / step) - first, counts.length - 1)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((count, i) => ({
    from: tidy((first + i) * step),
    to: tidy((first + i + 1) * step),
    isValue: false,
    count,
  }))
}

/** 1, 2 or 5 times a power of ten, at least as much. */
const roundStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5, 10].find((step) => step * power >= least) ?? 10)
}
