// Images of a questionnaire: one to look at, and several to choose from, each with its words.
import type { JSX } from 'preact'
import { InlineImage } from '../shared/inline-image.tsx'
import { type Choice, type Drawing, type Input, type Question, useParts } from './survey-parts.ts'

/** The field of a question that shows images; undefined of any other. */
export const pictureInput = (question: Question, drawing: Drawing): JSX.Element | undefined => {
  if (isPicture(question)) return <Picture question={question} drawing={drawing} />
  return isPictures(question) ? <PicturesInput question={question} drawing={drawing} /> : undefined
}

const isPicture = (question: Question): question is PictureQuestion => question.getType() === 'image'
const isPictures = (question: Question): question is PicturesQuestion => question.getType() === 'imagepicker'

type PictureQuestion = Question & { readonly imageLink: string; readonly altText: string }

/** An image without an answer. */
const Picture: Input<PictureQuestion> = ({ question }): JSX.Element => {
  useParts(question)
  return (
    <div class="picture-shown">
      <InlineImage link={question.imageLink ?? ''} alt={question.altText ?? ''} />
    </div>
  )
}

type PicturesQuestion = Question & {
  readonly multiSelect: boolean
  readonly visibleChoices: readonly (Choice & { readonly imageLink?: string })[]
}

/** One image or several, by the browser's own buttons, each beside its words. */
const PicturesInput: Input<PicturesQuestion> = ({ question }) => {
  useParts(question)
  const { multiSelect } = question
  const chosen: readonly unknown[] = [question.value].flat()
  const choose = (value: unknown, isOn: boolean): void => {
    const others = chosen.filter((it) => it !== value && it !== undefined)
    question.value = multiSelect ? (isOn ? [...others, value] : others) : value
  }
  return (
    <fieldset class="choices pictures" aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}>
      {question.visibleChoices.map(({ value, locText, imageLink = '' }) => (
        <label key={value}>
          <InlineImage link={imageLink} alt="" />
          <span>
            <input
              type={multiSelect ? 'checkbox' : 'radio'}
              name={question.renderedId}
              checked={chosen.includes(value)}
              disabled={question.isInputReadOnly}
              onChange={({ currentTarget }) => choose(value, currentTarget.checked)}
            />
            {locText.renderedHtml}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
