// Whether a question was shown to who answered, known afterwards from the answers that count: what was hidden has none.
// An answer proves it, and so does the lack of one that was required. Only for a question that was neither required nor
// answered is its condition read, where it compares a question with a value: no SurveyJS is needed here.
import type { Question, Scalar } from '../definition.ts'
import { type Item, isItem, type Json } from '../shape-walk.ts'

/** Whether it was shown; undefined where that cannot be told. */
export const wasShown = (question: Question, answers: Item): boolean | undefined => {
  if (!isBlank(answers[question.name])) return true
  const conditions = [...question.gates, question].map(({ visible, visibleIf }) =>
    visibleIf === undefined ? visible : holds(visibleIf, answers),
  )
  if (conditions.includes(false)) return false
  if (!conditions.includes(undefined)) return true
  return question.isRequired ? false : undefined
}

/** The questions that a condition or an expression reads, by name. */
export const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/\{#?([^}]+)\}/g)].map(([, name = '']) => (name.split(/[.[]/)[0] ?? '').trim())

/** Whether a value counts as no answer. */
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const holds = (expression: string, answers: Item): boolean | undefined => {
  const joined = /\bor\b/i.test(expression) ? 'or' : 'and'
  if (joined === 'or' && /\band\b/i.test(expression)) return undefined
  const parts = expression
    .split(new RegExp(`\\s+${joined}\\s+`, 'i'))
    .map((part) => simple(part.trim(), answers))
  const decisive = joined === 'or'
  if (parts.includes(decisive)) return decisive
  return parts.includes(undefined) ? undefined : !decisive
}

const simple = (part: string, answers: Item): boolean | undefined => {
  const [, name = '', operator = '', text] =
    /^\{([\w-]+)\}\s*(==|=|<>|!=|>=|<=|>|<|contains|notempty|empty)\s*('[^']*'|-?\d+(?:\.\d+)?|true|false)?$/.exec(
      part,
    ) ?? []
  if (name === '') return undefined
  const value = answers[name]
  if (operator === 'empty') return isBlank(value)
  if (operator === 'notempty') return !isBlank(value)
  if (text === undefined || isItem(value)) return undefined
  const wanted = text.replaceAll("'", '')
  if (operator === 'contains') return holdsValue(value, wanted)
  if (operator === '=' || operator === '==') return !isBlank(value) && same(value, wanted)
  if (operator === '<>' || operator === '!=') return !same(value, wanted)
  return typeof value === 'number' ? compared(value, operator, Number(wanted)) : false
}

const compared = (value: number, operator: string, wanted: number): boolean => {
  if (operator === '>') return value > wanted
  if (operator === '<') return value < wanted
  return operator === '>=' ? value >= wanted : value <= wanted
}

const same = (value: Json | undefined, wanted: string): boolean =>
  String(value).toLowerCase() === wanted.toLowerCase()

/** Whether an answer is a value, or holds it among several. */
const holdsValue = (value: Json | undefined, wanted: Scalar): boolean =>
  Array.isArray(value)
    ? value.some((one) => String(one) === String(wanted))
    : String(value) === String(wanted)
