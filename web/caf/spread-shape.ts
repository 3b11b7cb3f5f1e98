// The drawing of how numbers spread, as numbers: a line from the least to the most, a box over the middle half. Pure.
import type { Numbers } from '../../forms/results-wire.ts'

export type Spread = {
  readonly left: number
  readonly right: number
  readonly boxLeft: number
  readonly boxRight: number
  readonly middle: number
}

/** Places from 0 to `width`; undefined where an end is not told, or all are one value. */
export const spreadOf = ({ min, q1, median, q3, max }: Numbers, width: number): Spread | undefined => {
  if (min === null || q1 === null || median === null || q3 === null || max === null || min === max)
    return undefined
  const at = (value: number) => Math.round((10 * width * (value - min)) / (max - min)) / 10
  return { left: 0, right: width, boxLeft: at(q1), boxRight: at(q3), middle: at(median) }
}
