// What one check finds in answers, by its kind: the engine under coherence.ts.
import type { Check } from './coherence-rules.ts'
import { compareWithForecast } from './comparison.ts'
import type { Finding } from './findings.ts'
import { formatMoney, formatNumber } from './money.ts'
import type { FormInfo } from './nouns/form.ts'
import type { Operand } from './operand-schemas.ts'
import { findAll, numbersAt, operandValue, type Values } from './operands.ts'

/** What is known beside the answers; a rule whose facts are missing finds nothing. */
export type Facts = {
  readonly schoolYear: string
  /** The number of collectifs that the Caf notified for the school year. */
  readonly notifiedCollectifs?: number | undefined
  /** The project's transmitted answers of the same school year to other forms, by kind of form. */
  readonly others: Readonly<Record<string, Values>>
}

type Told = Pick<Finding, 'pointer' | 'message'>

/** Where a check does not hold, and the sentence to tell. */
export const found = (
  check: Check,
  info: Pick<FormInfo, 'compared'>,
  answers: Values,
  facts: Facts,
): Told[] => {
  const tell = (pointer: string, values: Record<string, number | string>): Told => ({
    pointer,
    message: worded(check.message, values, check.money),
  })
  switch (check.check) {
    case 'compare': {
      const [left, right] = [operand(check.left, answers, facts), operand(check.right, answers, facts)]
      if (left === undefined || right === undefined) return []
      const holds = check.is === 'equal' ? left === right : left <= right
      return holds ? [] : [tell(check.pointer, { left, right, difference: Math.abs(left - right) })]
    }
    case 'each': {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = check
      return check.values
        .flatMap((pattern) => numbersAt(answers, pattern))
        .filter(({ value }) => value < min || value > max)
        .map(({ pointer, value }) => tell(pointer, { value }))
    }
    case 'school-year': {
      const [first = '', last = ''] = facts.schoolYear.split('-')
      const [from, to] = [`${first}-${check.from}`, `${last}-${check.to}`]
      return check.values
        .flatMap((pattern) => daysAt(answers, pattern))
        .filter(({ value }) => value < from || value > to)
        .map(({ pointer, value }) => tell(pointer, { value: frenchDay(value), expected: facts.schoolYear }))
    }
    case 'in-order': {
      const [[first], [last]] = [daysAt(answers, check.first), daysAt(answers, check.last)]
      if (!first || !last || first.value <= last.value) return []
      return [tell(last.pointer, { left: frenchDay(first.value), right: frenchDay(last.value) })]
    }
    case 'needs-text': {
      const isThere = findAll(answers, check.text).some(({ value }) => String(value).trim() !== '')
      return isThere || !operand(check.when, answers, facts) ? [] : [tell(check.text, {})]
    }
    case 'near-forecast':
      return farFromForecast(check, info, answers, facts)
  }
}

const farFromForecast = (
  { message, percent: most, floor }: Extract<Check, { check: 'near-forecast' }>,
  info: Pick<FormInfo, 'compared'>,
  answers: Values,
  facts: Facts,
): Told[] => {
  const forecast = facts.others[info.compared?.with ?? '']
  if (!forecast) return []
  return compareWithForecast(info, answers, forecast)
    .filter(({ percent, difference, money }) => {
      const least = money ? floor.money : floor.count
      return percent !== undefined && Math.abs(percent) > most && Math.abs(difference) > least
    })
    .map(({ pointer, value, forecast: expected, difference, money }) => ({
      pointer,
      message: worded(message, { value, expected, difference: Math.abs(difference) }, money),
    }))
}

const operand = (
  side: Operand | { fact: 'notifiedCollectifs' },
  answers: Values,
  facts: Facts,
): number | undefined => {
  if ('fact' in side) return facts[side.fact]
  const source = side.form === undefined ? answers : facts.others[side.form]
  return source && operandValue(side, source)
}

const daysAt = (answers: Values, pattern: string): { pointer: string; value: string }[] =>
  findAll(answers, pattern).flatMap(({ pointer, value }) =>
    typeof value === 'string' && value !== '' ? [{ pointer, value }] : [],
  )

const frenchDay = (day: string): string => day.split('-').toReversed().join('/')

/** The message of a check with its values in it. */
export const worded = (message: string, values: Record<string, number | string>, money: boolean): string =>
  message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (typeof value !== 'number') return value ?? whole
    return money && Number.isSafeInteger(value)
      ? formatMoney(value)
      : formatNumber(Math.round(value * 100) / 100)
  })
