// What « Autre » is, in words: SurveyJS asks for it beside its own fields; ours do as much.
import type { JSX } from 'preact'
import type { Question, Text } from './survey-parts.ts'

export type OtherQuestion = Question & {
  readonly isOtherSelected: boolean
  readonly locOtherText: Text
  readonly otherPlaceholder: string
  otherValue: string
}

/** Asks what the other choice is as long as it is chosen. */
export const OtherText = ({ question }: { question: OtherQuestion }): JSX.Element | null =>
  question.isOtherSelected ? (
    <label class="q-comment">
      {question.locOtherText.renderedHtml}
      <textarea
        rows={2}
        placeholder={question.otherPlaceholder}
        value={question.otherValue}
        readOnly={question.isInputReadOnly}
        onInput={({ currentTarget }) => {
          question.otherValue = currentTarget.value
        }}
      />
    </label>
  ) : null
