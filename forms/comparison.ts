// Year's figures beside their forecast: line by line, because réel and prévisionnel share their identifiers.

import type { FormInfo } from './nouns/form.ts'
import { numbersAt, type Values } from './operands.ts'

/** One line: `percent` is undefined where the forecast is 0, which is « non comparable » (domain.md, R11). */
export type Comparison = {
  readonly pointer: string
  readonly money: boolean
  readonly value: number
  readonly forecast: number
  readonly difference: number
  readonly percent: number | undefined
}

/** The lines that form.json compares, where both sides have a number. Percent is of the forecast, signed. */
export const compareWithForecast = (
  { compared }: Pick<FormInfo, 'compared'>,
  answers: Values,
  forecast: Values,
): Comparison[] =>
  (compared?.values ?? []).flatMap(({ pointer: pattern, money }) => {
    const expected = new Map(numbersAt(forecast, pattern).map(({ pointer, value }) => [pointer, value]))
    return numbersAt(answers, pattern).flatMap(({ pointer, value }) => {
      const planned = expected.get(pointer)
      if (planned === undefined) return []
      const difference = Number((value - planned).toFixed(6))
      const percent = planned === 0 ? undefined : (difference / planned) * 100
      return [{ pointer, money, value, forecast: planned, difference, percent }]
    })
  })
