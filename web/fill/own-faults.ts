// Faults of an answer that SurveyJS does not see, or tells in words that are not ours.
import { type Question, QuestionCommentModel, QuestionTextModel } from 'survey-core'
import { dayFault } from '../../forms/day-bounds.ts'
import { lengthFault } from './comment-input.tsx'
import { isNumber, numberFault, ownText, untakenIn } from './number-input.tsx'
import { isSlider, sliderFault } from './slider-input.tsx'

/** Why an answer cannot stand: what is typed and no number, amounts in cents, days far away, long texts. */
export const ownFault = (question: Question): string | undefined => {
  if (isNumber(question)) return numberFault(question)
  if (isSlider(question)) return sliderFault(question)
  if (question instanceof QuestionTextModel)
    return dayFault(question.value, daysOf(question)) ?? lengthFault(question)
  return question instanceof QuestionCommentModel ? lengthFault(question) : undefined
}

const daysOf = ({ inputType, min, max, minErrorText, maxErrorText }: QuestionTextModel) => ({
  ...{ inputType, min, max },
  minErrorText: ownText(minErrorText),
  maxErrorText: ownText(maxErrorText),
})

/** Whether something stands in its field that does not hold. */
export const isFaulty = (question: Question): boolean => {
  if (question.getNestedQuestions().length > 0 || question.validate(false)) return false
  return !question.isEmpty() || (isNumber(question) && untakenIn(question) !== undefined)
}
