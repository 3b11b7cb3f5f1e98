import type { Question, Scalar } from './definition.ts'

/** Every value a question with choices may hold, hidden ones included, in order. */
export const choicesOf = (question: Question): Scalar[] => {
  const { type, valueTrue, valueFalse } = question
  if (type === 'boolean') return [valueTrue, valueFalse]
  if (type === 'rating') return rates(question)
  return [...listed(question), ...special(question)]
}

/** Types whose answer is a list of choices, whatever the question says of itself. */
const LISTS = new Set(['checkbox', 'tagbox', 'ranking'])

/** Whether the answer is a list of choices; `multiSelect` is said by a choice of images alone. */
export const takesSeveral = ({ type, multiSelect }: Several): boolean =>
  LISTS.has(String(type)) || (type === 'imagepicker' && multiSelect === true)

type Several = { readonly type?: unknown; readonly multiSelect?: unknown }

/** The choices that stand for no choice of the list: other, none, refused, unknown. */
const special = (question: Question): string[] => [
  ...(question.showOtherItem ? ['other'] : []),
  ...(question.showNoneItem ? ['none'] : []),
  ...(question.showRefuseItem ? ['refused'] : []),
  ...(question.showDontKnowItem ? ['dontknow'] : []),
]

const listed = ({ type, choices, choicesMin, choicesMax, choicesStep }: Question): Scalar[] => {
  const values = choices.map(({ value }) => value)
  if (type !== 'dropdown' || choicesMax <= choicesMin) return values
  return [...values, ...numbers(choicesMin, choicesMax, choicesStep)]
}

const rates = ({ rateValues, rateMin, rateMax, rateStep, rateCount }: Question): Scalar[] => {
  if (rateValues.length > 0) return rateValues.map(({ value }) => value)
  return numbers(rateMin, rateCount ? rateMin + rateStep * (rateCount - 1) : rateMax, rateStep)
}

/** From `min` to `max` by `step`, without the noise of binary fractions. */
const numbers = (min: number, max: number, step: number): number[] => {
  if (!(step > 0)) return [min]
  const count = Math.min(Math.floor((max - min) / step + 1e-9), 1_000)
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toFixed(6)))
}
