// Faults of an answer that SurveyJS does not see, or tells in words that are not ours.
import { dayFault } from '../../forms/day-bounds.ts'
import { type CommentQuestion, lengthFault } from './comment-input.tsx'
import { isNumber, type NumberQuestion, numberFault, ownText, untakenIn } from './number-input.tsx'
import { isSlider, sliderFault } from './slider-input.tsx'
import type { Question } from './survey-parts.ts'
import { isChoice, unlistedIn } from './typed-choice.ts'

/** Why an answer cannot stand: what is typed and no number, amounts in cents, days far away, long texts. */
export const ownFault = (question: Question): string | undefined => {
  if (isNumber(question)) return numberFault(question)
  if (isSlider(question)) return sliderFault(question)
  if (isChoice(question)) return unlistedIn(question)?.fault
  if (isText(question)) return dayFault(question.value, daysOf(question)) ?? lengthFault(question)
  return isComment(question) ? lengthFault(question) : undefined
}

type TextQuestion = CommentQuestion &
  Pick<NumberQuestion, 'minErrorText' | 'maxErrorText'> & { readonly min?: unknown; readonly max?: unknown }

const isText = (question: Question): question is TextQuestion => question.getType() === 'text'
const isComment = (question: Question): question is CommentQuestion => question.getType() === 'comment'

const daysOf = ({ inputType, min, max, minErrorText, maxErrorText }: TextQuestion) => ({
  ...{ inputType, min, max },
  minErrorText: ownText(minErrorText),
  maxErrorText: ownText(maxErrorText),
})

/** What stands in the field of a question and cannot be taken. */
export const untakenOf = (question: Question): { typed: string; fault: string } | undefined => {
  if (isNumber(question)) return untakenIn(question)
  return isChoice(question) ? unlistedIn(question) : undefined
}

/** Whether something stands in a field of one answer that does not hold. */
export const isFaulty = (question: Question): boolean =>
  !question.validate(false) && (!question.isEmpty() || untakenOf(question) !== undefined)
