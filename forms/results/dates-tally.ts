import type { Figures } from '../results-wire.ts'
import type { Json } from '../shape-walk.ts'
import { dossierCounter } from './numbers.ts'

/** Days, as `2024-09-02`: the first, the middle one and the last, and how many a month. */
export const datesTally = () => {
  const days: string[] = []
  const dossiers = dossierCounter()
  return {
    add: (value: Json, dossier: number): void => {
      if (typeof value !== 'string') return
      days.push(value)
      dossiers.add(dossier)
    },
    figures: (): Figures => {
      const sorted = days.toSorted()
      return {
        kind: 'dates',
        count: sorted.length,
        dossiers: dossiers.count(),
        first: sorted[0] ?? null,
        median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
        last: sorted.at(-1) ?? null,
        months: monthsOf(sorted),
      }
    },
  }
}

const monthsOf = (sorted: readonly string[]) => {
  const months = new Map<string, number>()
  for (const day of sorted) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return [...months].map(([month, count]) => ({ from: month, to: month, count }))
}
