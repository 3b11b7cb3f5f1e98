// Which hidden sums follow from those that are shown, by the relations between them: linear algebra.
import type { Relation } from './links.ts'

const NOTHING = 1e-9

/** The hidden ones of which the relations leave one value only. */
export const determinedOf = (relations: readonly Relation[], hidden: ReadonlySet<string>): Set<string> => {
  const unknown = [...hidden]
  const rows = relations
    .map((relation) => unknown.map((path) => relation.get(path) ?? 0))
    .filter((row) => row.some((value) => value !== 0))
  const reduced = reduce(rows, unknown.length)
  const alone = reduced.map((row) => row.flatMap((value, i) => (Math.abs(value) > NOTHING ? [i] : [])))
  return new Set(alone.flatMap((places) => (places.length === 1 ? (unknown[places[0] ?? 0] ?? []) : [])))
}

/** Reduced row echelon form: an unknown is determined when a row holds it alone. */
const reduce = (rows: readonly (readonly number[])[], width: number): number[][] => {
  const left = rows.map((row) => [...row])
  const done: number[][] = []
  for (let column = 0; column < width; column += 1) {
    const at = left.findIndex((row) => Math.abs(row[column] ?? 0) > NOTHING)
    const [pivot] = at < 0 ? [] : left.splice(at, 1)
    if (!pivot) continue
    const scale = pivot[column] ?? 1
    const unit = pivot.map((value) => value / scale)
    for (const row of [...left, ...done]) {
      const factor = row[column] ?? 0
      if (factor !== 0) for (const [i, value] of unit.entries()) row[i] = (row[i] ?? 0) - factor * value
    }
    done.push(unit)
  }
  return done
}
