// The forecast beside what was done, line by line, and the difference in words.

import type { FormInfo } from '../../forms/nouns/form.ts'
import { numbersAt, type Values } from '../../forms/operands.ts'
import { numberWords } from './answer-text.ts'

export type Forecast = {
  /** Whether this question, or this column of its table, has a forecast to stand beside. */
  readonly isCompared: (question: string, column?: string) => boolean
  /** What was planned at `/question` or `/question/row/column`; undefined when nothing was. */
  readonly plannedAt: (pointer: string) => number | undefined
}

/** The forecast of a form that is compared with another, whose answers are among `others`; undefined without them. */
export const forecastOf = (
  { compared }: Pick<FormInfo, 'compared'>,
  others: Readonly<Record<string, Values>>,
): Forecast | undefined => {
  const answers = others[compared?.with ?? '']
  if (!compared || !answers) return undefined
  const patterns = new Set<string>(compared.values.map(({ pointer }) => pointer))
  const planned = new Map(
    [...patterns].flatMap((pattern) =>
      numbersAt(answers, pattern).map(({ pointer, value }) => [pointer, value]),
    ),
  )
  return {
    isCompared: (question, column) =>
      patterns.has(column === undefined ? `/${question}` : `/${question}/*/${column}`),
    plannedAt: (pointer) => planned.get(pointer),
  }
}

/** « 1 200,00 € », or a dash where nothing was planned. */
export const plannedWords = (planned: number | undefined, money: boolean): string =>
  planned === undefined ? '–' : numberWords(planned, money)

/** « +1 200,00 € (+12 %) »; a forecast of 0 is not comparable (domain.md, R11). Empty until both are known. */
export const gapWords = (value: unknown, planned: number | undefined, money: boolean): string => {
  if (typeof value !== 'number' || planned === undefined) return ''
  if (value === planned) return 'égal'
  if (planned === 0) return 'non comparable'
  const gap = Number((value - planned).toFixed(6))
  const sign = gap > 0 ? '+' : '\u2212'
  return `${sign}${numberWords(Math.abs(gap), money)} (${sign}${percent.format(Math.abs(gap / planned))})`
}

/** The sum of those numbers that are known; undefined when none is. */
export const sumOfKnown = (values: readonly (number | undefined)[]): number | undefined => {
  const numbers = values.filter((value) => value !== undefined)
  return numbers.length === 0 ? undefined : numbers.reduce((total, value) => total + value, 0)
}

const percent = new Intl.NumberFormat('fr-FR', {
  style: 'percent',
  maximumFractionDigits: 0,
})
