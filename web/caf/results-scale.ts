// The scale of the bars of a table: amounts are told in cents, beside which counts would have no width at all.
import type { Figures, Part } from '../../forms/results-wire.ts'

export const numbersOf = ({ figures }: Part): Extract<Figures, { kind: 'numbers' }> | undefined =>
  figures.kind === 'numbers' ? figures : undefined

/** The greatest sum of the columns of one unit: amounts by themselves, counts by themselves. */
export const mostByUnit = (parts: readonly Part[]): ((isMoney: boolean) => number) => {
  const cells = parts.flatMap((part) => numbersOf(part) ?? [])
  return (isMoney) =>
    Math.max(
      1,
      ...cells.filter((cell) => cell.isMoney === isMoney).map(({ numbers }) => Math.abs(numbers.sum ?? 0)),
    )
}
