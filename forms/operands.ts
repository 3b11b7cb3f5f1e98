// A small language for rules kept as data (form.json): it points at answers and adds or counts what
// it finds. It needs neither SurveyJS nor zod, so pages and server read rules alike.

import type { Answers } from './nouns/scalars.ts'
import type { Operand, Pattern } from './operand-schemas.ts'

type Json = Answers[string]
/** Answers by question name, as stored. */
export type Values = Readonly<Record<string, Json>>
export type Found = { readonly pointer: string; readonly value: Json }

/** What stands where a pattern points, each with its own pointer; nothing where there is no answer. */
export const findAll = (answers: Values, pattern: Pattern): Found[] =>
  pattern
    .slice(1)
    .split('/')
    .reduce<Found[]>(
      (found, part) => found.flatMap((at) => inside(at, part)),
      [{ pointer: '', value: answers }],
    )

/** The numbers where a pattern points. */
export const numbersAt = (answers: Values, pattern: Pattern): { pointer: string; value: number }[] =>
  findAll(answers, pattern).flatMap(({ pointer, value }) =>
    typeof value === 'number' ? [{ pointer, value }] : [],
  )

/** The value of an operand in answers; undefined when nothing it points at has been answered. */
export const operandValue = (operand: Operand, answers: Values): number | undefined => {
  if ('sum' in operand) {
    const numbers = operand.sum.flatMap((pattern) => numbersAt(answers, pattern))
    return numbers.length === 0 ? undefined : numbers.reduce((total, { value }) => total + value, 0)
  }
  const found = findAll(answers, operand.count)
  if (found.length === 0) return undefined
  return operand.is === undefined ? found.length : found.filter(({ value }) => value === operand.is).length
}

const inside = ({ pointer, value }: Found, part: string): Found[] => {
  if (typeof value !== 'object' || value === null) return []
  if (part === '*')
    return Object.entries(value).flatMap(([key, own]) =>
      own === undefined ? [] : [{ pointer: `${pointer}/${escaped(key)}`, value: own }],
    )
  const own = memberOf(value, part.replaceAll('~1', '/').replaceAll('~0', '~'))
  return own === undefined ? [] : [{ pointer: `${pointer}/${part}`, value: own }]
}

const memberOf = (value: Json[] | Record<string, Json>, name: string): Json | undefined => {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined
  return Object.hasOwn(value, name) ? value[name] : undefined
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
