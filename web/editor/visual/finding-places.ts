import type { Finding } from '../../../forms/editing-wire.ts'

/** The findings at a place of the content and inside it, but for what stands in `inner` places. */
export const findingsAt = (
  findings: readonly Finding[],
  pointer: string,
  inner: readonly string[] = [],
): Finding[] =>
  findings.filter(
    (finding) => isAt(finding.pointer, pointer) && !inner.some((one) => isAt(finding.pointer, one)),
  )

/** How many of each there are, by pointer of the item they concern: the innermost around the place. */
export const countsBy = (
  findings: readonly Finding[],
  pointers: ReadonlySet<string>,
): ReadonlyMap<string, { errors: number; warnings: number }> => {
  const counts = new Map<string, { errors: number; warnings: number }>()
  for (const { pointer, severity } of findings) {
    const at = around(pointer, pointers)
    const { errors, warnings } = counts.get(at) ?? { errors: 0, warnings: 0 }
    counts.set(
      at,
      severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
    )
  }
  return counts
}

/** The innermost of some pointers that leads to a place; `''`, the whole, otherwise. */
export const around = (place: string, pointers: ReadonlySet<string>): string => {
  for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (pointers.has(at)) return at
  return ''
}

/** « 2 à corriger, 1 à vérifier » */
export const countWords = ({ errors, warnings }: { errors: number; warnings: number }): string =>
  [...(errors > 0 ? [`${errors} à corriger`] : []), ...(warnings > 0 ? [`${warnings} à vérifier`] : [])].join(
    ', ',
  )

const isAt = (place: string, pointer: string): boolean => place === pointer || place.startsWith(`${pointer}/`)
