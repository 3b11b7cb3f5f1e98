import { deadlineBadge } from '../../forms/dates.ts'

type Dated = { readonly closesAt: string; readonly zone: string }

/** Deadlines by the month of their last day, the earliest first: `{ month: 'juillet 2024', items }`. */
export const byMonth = <D extends Dated>(deadlines: readonly D[]): { month: string; items: D[] }[] => {
  const sorted = deadlines.toSorted((a, b) => a.closesAt.localeCompare(b.closesAt))
  const months = Map.groupBy(sorted, ({ closesAt, zone }) => deadlineBadge(closesAt, zone).month)
  return [...months].map(([month, items]) => ({ month, items }))
}
