// Choices that SurveyJS draws by pointer first, by the browser's own buttons.
import { type OtherQuestion, OtherText } from './other-text.tsx'
import { type Choice, type Input, type Question, useParts } from './survey-parts.ts'

export type TagboxQuestion = OtherQuestion & { readonly visibleChoices: readonly Choice[] }

/** Several choices of a list, as boxes to tick. */
export const TagboxInput: Input<TagboxQuestion> = ({ question }) => {
  useParts(question)
  const chosen: readonly unknown[] = Array.isArray(question.value) ? question.value : []
  return (
    <>
      <fieldset class="choices" aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}>
        {question.visibleChoices.map(({ value, locText }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={question.isInputReadOnly}
              onChange={({ currentTarget }) => {
                question.value = currentTarget.checked
                  ? [...chosen, value]
                  : chosen.filter((it) => it !== value)
              }}
            />
            {locText.renderedHtml}
          </label>
        ))}
      </fieldset>
      <OtherText question={question} />
    </>
  )
}

export type RatingQuestion = Question & {
  readonly visibleRateValues: readonly Choice[]
  readonly minRateDescription: string
  readonly maxRateDescription: string
}

/** A mark on a scale, from the least to the most. */
export const RatingInput: Input<RatingQuestion> = ({ question }) => {
  useParts(question)
  return (
    <fieldset class="choices rating" aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}>
      {question.minRateDescription ? <span>{question.minRateDescription}</span> : null}
      {question.visibleRateValues.map(({ value, locText }) => (
        <label key={value}>
          <input
            type="radio"
            name={question.renderedId}
            checked={question.value === value}
            disabled={question.isInputReadOnly}
            onChange={() => {
              question.value = value
            }}
          />
          {locText.renderedHtml}
        </label>
      ))}
      {question.maxRateDescription ? <span>{question.maxRateDescription}</span> : null}
    </fieldset>
  )
}

export type RankingQuestion = Question & { readonly rankingChoices: readonly Choice[] }

/** An order of preference: each choice moves up by its button. */
export const RankingInput: Input<RankingQuestion> = ({ question }) => {
  useParts(question)
  const choices = question.rankingChoices
  const raise = (at: number) => {
    const values = choices.map(({ value }) => value)
    question.value = values.toSpliced(at - 1, 2, values[at], values[at - 1])
  }
  return (
    <ol class="ranking" aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}>
      {choices.map(({ value, locText }, at) => (
        <li key={value}>
          {locText.renderedHtml}
          {at > 0 && !question.isInputReadOnly ? (
            <button type="button" class="link" onClick={() => raise(at)}>
              Monter<span class="sr-only"> {locText.renderedHtml}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
