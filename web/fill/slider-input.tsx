// A number chosen on a line, or two of them. The browser's own slider for whoever moves it by mouse, finger or arrows, and
// beside it a field to write the number in: it says the answer, shows that there is none yet, and needs no steady hand.
import type { JSX } from 'preact'
import { leaveNumber, NumberInput, type NumberQuestion, numberFault } from './number-input.tsx'
import { leaveEnds, RangeInput, type RangeQuestion, rangeFault } from './range-input.tsx'
import { SliderTrack, sliderHint, sliderHintId } from './slider-track.tsx'
import { type Input, type Question, titleId, useParts } from './survey-parts.ts'

type SliderQuestion = NumberQuestion & RangeQuestion

export const isSlider = (question: Question): question is SliderQuestion => question.getType() === 'slider'

export const SliderInput: Input<SliderQuestion> = ({ question, drawing }): JSX.Element => {
  useParts(question)
  const isAnswered = !question.isEmpty() && !question.isInputReadOnly
  return (
    <fieldset class="slider" aria-labelledby={titleId(question)}>
      <p class="q-hint" id={sliderHintId(question)}>
        {sliderHint(question)}
      </p>
      {question.sliderType === 'range' ? (
        <RangeInput question={question} drawing={drawing} />
      ) : (
        <div class="slider-row">
          <SliderTrack
            question={question}
            value={typeof question.value === 'number' ? question.value : undefined}
            rest={Number(question.renderedMin)}
            named={titleId(question)}
            onTake={(value) => {
              question.setPropertyValue('typed', undefined)
              question.value = value
            }}
          />
          <NumberInput question={question} drawing={drawing} />
        </div>
      )}
      {isAnswered ? (
        <button type="button" class="link" onClick={() => clear(question)}>
          Effacer<span class="sr-only"> la réponse : {question.locTitle.renderedHtml}</span>
        </button>
      ) : null}
    </fieldset>
  )
}

const clear = (question: SliderQuestion): void => {
  for (const key of ['typed', 'typed-0', 'typed-1']) question.setPropertyValue(key, undefined)
  question.value = undefined
}

/** Why what stands in the fields of a slider cannot be taken. */
export const sliderFault = (question: SliderQuestion): string | undefined =>
  question.sliderType === 'range' ? rangeFault(question) : numberFault(question)

/** The person goes on from a slider. */
export const leaveSlider = (question: SliderQuestion): void =>
  question.sliderType === 'range' ? leaveEnds(question) : leaveNumber(question)
