// What a condition compares by, in words.
import type { Clause, ConditionValue, Operator } from '../../../forms/editing/condition.ts'
import { quoted } from '../../shared/words.ts'

export const OPERATOR_WORDS: Record<Operator, string> = {
  '=': 'est égal à',
  '<>': 'est différent de',
  '>': 'est supérieur à',
  '>=': 'est au moins',
  '<': 'est inférieur à',
  '<=': 'est au plus',
  contains: 'contient',
  notcontains: 'ne contient pas',
  anyof: 'est l’un de',
  empty: 'n’est pas rempli',
  notempty: 'est rempli',
}

/** « est égal à « Association » » */
export const saidOf = ({ operator, values }: Clause): string =>
  [OPERATOR_WORDS[operator], values.map(valueSaid).join(', ')].filter((words) => words !== '').join(' ')

const valueSaid = (value: ConditionValue): string =>
  typeof value === 'boolean'
    ? value
      ? 'vrai'
      : 'faux'
    : typeof value === 'string'
      ? quoted(value)
      : String(value)
