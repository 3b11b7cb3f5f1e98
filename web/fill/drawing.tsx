// Which field draws a question: ours where we have one, that of survey-react-ui elsewhere.
import type { JSX, TargetedInputEvent } from 'preact'
import { cloneElement } from 'preact/compat'
import {
  PanelModel,
  Question,
  QuestionCommentModel,
  QuestionDropdownModel,
  QuestionExpressionModel,
  QuestionFileModel,
  QuestionHtmlModel,
  QuestionMatrixDropdownModel,
  QuestionMatrixDynamicModel,
  QuestionMatrixModel,
  QuestionPanelDynamicModel,
  QuestionRankingModel,
  QuestionRatingModel,
  QuestionTagboxModel,
  QuestionTextModel,
  type SurveyError,
} from 'survey-core'
import { ReactQuestionFactory, SurveyQuestionText } from 'survey-react-ui'
import { phoneText } from '../shared/answer-text.ts'
import { RankingInput, RatingInput, TagboxInput } from './choice-inputs.tsx'
import { CommentInput } from './comment-input.tsx'
import { DynamicTableInput } from './dynamic-table.tsx'
import { DropdownInput, DynamicPanelInput, ExpressionInput, Html } from './inputs.tsx'
import { MatrixInput } from './matrix-input.tsx'
import { isNumber, leaveNumber, NumberInput } from './number-input.tsx'
import { pictureInput } from './picture-inputs.tsx'
import { isSlider, leaveSlider, SliderInput } from './slider-input.tsx'
import type { Options } from './survey-options.ts'
import { ariaOf, type Drawing, type Question as PartQuestion } from './survey-parts.ts'
import { TableInput } from './table-inputs.tsx'
import { leaveText } from './typed-text.ts'

/** A text field alone, without the counter around it; a telephone is read as it is dialled. */
class TextInput extends SurveyQuestionText {
  protected override renderElement() {
    const { question } = this
    // Of these alone SurveyJS waits until one has left them.
    const waits = ['email', 'tel', 'url'].includes(question.inputType)
    const onInput = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
      question.inputValue = currentTarget.value
    }
    // Without `maxlength`, which cuts what is pasted and says nothing.
    const own = { ...ariaOf(question), maxLength: undefined }
    return cloneElement(this.renderInput(), waits ? { ...own, onInput } : own)
  }
  protected override getValueCore() {
    const value = super.getValueCore()
    return this.question.inputType === 'tel' && typeof value === 'string' ? phoneText(value) : value
  }
}

const leave = (question: PartQuestion): void => {
  if (isSlider(question)) leaveSlider(question)
  else if (isNumber(question)) leaveNumber(question)
  else leaveText(question)
}

/** How the questions of a survey are drawn. */
export const drawingWith = ({ sanitise, drawDocuments, ...around }: Options): Drawing => {
  const onLeave = (question: PartQuestion) => {
    leave(question)
    around.onLeft?.()
  }
  const input: Drawing['input'] = (question) => {
    if (isNumber(question)) return <NumberInput question={question} drawing={drawing} />
    if (question instanceof QuestionCommentModel) return <CommentInput {...{ question, drawing }} />
    if (question instanceof QuestionTextModel) return <TextInput question={question} creator={creator} />
    if (question instanceof QuestionHtmlModel)
      return <Html html={question.getLocalizableString('html')} sanitise={sanitise} />
    if (question instanceof QuestionFileModel) return drawDocuments?.(question, ariaOf(question))
    const own = choiceInput(question, drawing) ?? compoundInput(question, drawing)
    if (own) return own
    const type = question.getType() === 'boolean' ? 'sv-boolean-radio' : question.getType()
    const props = { question, creator, isDisplayMode: question.isInputReadOnly }
    const drawn = ReactQuestionFactory.Instance.createQuestion(type, props)
    // Read-only radio buttons and checkboxes of SurveyJS still turn under the finger.
    return question.isInputReadOnly ? <fieldset disabled>{drawn}</fieldset> : drawn
  }
  // SurveyJS itself says what is wrong with one text of several.
  const renderError = (key: string, error: SurveyError) => <p key={key}>{error.getText()}</p>
  const creator = { createQuestionElement: input, renderError }
  const element: Drawing['element'] = (it) =>
    it instanceof PanelModel || it instanceof Question ? it : undefined
  const { onTyped, beside, above, under } = around
  const drawing: Drawing = { element, input, onLeave, onTyped, beside, above, under }
  return drawing
}

type Own = (question: PartQuestion, drawing: Drawing) => JSX.Element | undefined

const choiceInput: Own = (question, drawing) => {
  if (question instanceof QuestionDropdownModel) return <DropdownInput {...{ question, drawing }} />
  if (question instanceof QuestionTagboxModel) return <TagboxInput {...{ question, drawing }} />
  if (question instanceof QuestionRatingModel) return <RatingInput {...{ question, drawing }} />
  if (isSlider(question)) return <SliderInput {...{ question, drawing }} />
  if (question instanceof QuestionRankingModel) return <RankingInput {...{ question, drawing }} />
  return pictureInput(question, drawing)
}

const compoundInput: Own = (question, drawing) => {
  if (question instanceof QuestionExpressionModel) return <ExpressionInput {...{ question, drawing }} />
  if (question instanceof QuestionMatrixModel) return <MatrixInput {...{ question, drawing }} />
  if (question instanceof QuestionMatrixDynamicModel) return <DynamicTableInput {...{ question, drawing }} />
  if (question instanceof QuestionMatrixDropdownModel) return <TableInput {...{ question, drawing }} />
  if (question instanceof QuestionPanelDynamicModel) return <DynamicPanelInput {...{ question, drawing }} />
  return undefined
}
