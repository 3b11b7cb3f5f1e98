import type { Clause } from '../../../forms/editing/condition.ts'
import { type Asked, operatorsOf } from './condition-questions.ts'

/** A clause about a question, to begin with. */
export const clauseOn = (asked: Asked): Clause => {
  const operator = operatorsOf(asked)[0] ?? 'notempty'
  const [first] = asked.options
  const values = operator === 'notempty' ? [] : [first?.value ?? (asked.nature === 'number' ? 0 : '')]
  return { question: asked.ref, operator, values }
}
