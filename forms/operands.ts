// A small language for rules kept as data (form.json, coherence.json): it points at answers and adds or counts what
// it finds. It needs no SurveyJS, so pages and server read rules alike.
import * as z from 'zod'

/** An RFC 6901 pointer into answers, in which a part may be `*`: every row, line or element there. */
export const Pattern = z.string().regex(/^(?:\/[^/]+)+$/)
export type Pattern = z.infer<typeof Pattern>

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/**
 * A number taken from answers: a sum, or how many values there are (with `is`, how many are just that). `form` takes
 * them from the project's answers to another form of the same school year.
 */
export const Operand = z.union([
  z.strictObject({ sum: z.array(Pattern).min(1), form: z.string().optional() }),
  z.strictObject({ count: Pattern, is: Scalar.optional(), form: z.string().optional() }),
])
export type Operand = z.infer<typeof Operand>

type Json = z.core.util.JSONType
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
      [{ pointer: '', value: { ...answers } }],
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
  const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
  return Object.entries(value).flatMap(([key, own]) =>
    own !== undefined && (part === '*' || key === name)
      ? [{ pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: own }]
      : [],
  )
}
