// Which of our fields draws a question, by its type.
import type { JSX } from 'preact'
import { RankingInput, RatingInput, TagboxInput } from './choice-inputs.tsx'
import { CommentInput } from './comment-input.tsx'
import { DynamicPanelInput } from './dynamic-panel.tsx'
import { DynamicTableInput } from './dynamic-table.tsx'
import { DropdownInput, ExpressionInput } from './inputs.tsx'
import { MatrixInput } from './matrix-input.tsx'
import { isNumber, leaveNumber, NumberInput } from './number-input.tsx'
import { pictureInput } from './picture-inputs.tsx'
import { isSlider, leaveSlider, SliderInput } from './slider-input.tsx'
import type { Drawing, Input, Question } from './survey-parts.ts'
import { TableInput } from './table-inputs.tsx'
import { leaveText } from './typed-text.ts'

type Own = (question: Question, drawing: Drawing) => JSX.Element | undefined

const isOf = <Q extends Question>(question: Question, type: string): question is Q =>
  question.getType() === type

const drawnBy =
  <Q extends Question>(type: string, Draw: Input<Q>): Own =>
  (question, drawing) =>
    isOf<Q>(question, type) ? <Draw question={question} drawing={drawing} /> : undefined

const OWN: readonly Own[] = [
  (question, drawing) => (isNumber(question) ? <NumberInput {...{ question, drawing }} /> : undefined),
  drawnBy('comment', CommentInput),
  drawnBy('dropdown', DropdownInput),
  drawnBy('tagbox', TagboxInput),
  drawnBy('rating', RatingInput),
  drawnBy('slider', SliderInput),
  drawnBy('ranking', RankingInput),
  pictureInput,
  drawnBy('expression', ExpressionInput),
  drawnBy('matrix', MatrixInput),
  drawnBy('matrixdynamic', DynamicTableInput),
  drawnBy('matrixdropdown', TableInput),
  drawnBy('paneldynamic', DynamicPanelInput),
]

/** Our field for a question; undefined where SurveyJS has one that serves. */
export const ownInput: Own = (question, drawing) => {
  for (const draw of OWN) {
    const drawn = draw(question, drawing)
    if (drawn) return drawn
  }
  return undefined
}

/** The person goes on from a field. */
export const leaveField = (question: Question): void => {
  if (isSlider(question)) leaveSlider(question)
  else if (isNumber(question)) leaveNumber(question)
  else leaveText(question)
}
