// Our own fields, where SurveyJS's are hard to use by keyboard, by voice or on a telephone.
import type { JSX } from 'preact'
import { numberWords } from '../shared/answer-text.ts'
import { Combobox } from './combobox.tsx'
import { isMoney } from './number-input.tsx'
import { type OtherQuestion, OtherText } from './other-text.tsx'
import {
  ariaOf,
  type Choice,
  type Drawing,
  type Input,
  type Question,
  type Text,
  useParts,
  useTexts,
} from './survey-parts.ts'
import { dropUnlisted, keepUnlisted, unlistedIn } from './typed-choice.ts'

/** Up to this many choices a list is read at a glance; a longer one is searched. */
const SHORT_LIST = 15

export type DropdownQuestion = OtherQuestion & {
  readonly visibleChoices: readonly Choice[]
  readonly placeholder: string
}

/** One choice in a list, and what « Autre » is once it is chosen. */
export const DropdownInput: Input<DropdownQuestion> = ({ question, drawing }) => {
  useParts(question)
  return (
    <>
      <ChoiceList question={question} onTyped={drawing.onTyped} />
      <OtherText question={question} />
    </>
  )
}

type ListProps = { readonly question: DropdownQuestion; readonly onTyped: Drawing['onTyped'] }

/** The browser's own list, or one to search when it is long. */
const ChoiceList = ({ question, onTyped }: ListProps): JSX.Element => {
  const options = question.visibleChoices.map(({ value, locText }) => ({
    value: String(value),
    text: locText.renderedHtml,
  }))
  const value = question.isEmpty() ? '' : String(question.value)
  const choose = (chosen: string | undefined) => {
    question.value = question.visibleChoices.find((choice) => String(choice.value) === chosen)?.value
    dropUnlisted(question)
    onTyped?.(true)
  }
  const placeholder = question.placeholder || 'Choisir…'
  if (question.isInputReadOnly) {
    const text = options.find((option) => option.value === value)?.text ?? ''
    return <input id={question.inputId} type="text" readOnly value={text} {...ariaOf(question)} />
  }
  if (options.length > SHORT_LIST) {
    const props = { id: question.inputId, options, value, placeholder, aria: ariaOf(question) }
    const onUnlisted = (typed: string) => {
      keepUnlisted(question, typed)
      onTyped?.(false)
    }
    const unlisted = unlistedIn(question)?.typed
    return <Combobox {...{ ...props, unlisted, onUnlisted }} onChoose={choose} />
  }
  return (
    <select
      id={question.inputId}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      {...ariaOf(question)}
    >
      <option value="">{placeholder}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  )
}

export type ExpressionQuestion = Question & {
  readonly formatedValue: unknown
  readonly format: string
  readonly displayStyle: string
}

/** A computed value: read, never typed, and not spoken at each change of what it is computed from. */
export const ExpressionInput: Input<ExpressionQuestion> = ({ question }) => {
  useParts(question)
  const { value, format, displayStyle, formatedValue } = question
  const isPlain = typeof value === 'number' && !format && displayStyle === 'none'
  const words = isPlain ? numberWords(value, isMoney(question)) : String(formatedValue ?? '')
  return <span class="computed">{question.isEmpty() ? '–' : words || '–'}</span>
}

type HtmlProps = { readonly html: Text; readonly sanitise: (html: string) => string }

/** What the definition says in HTML: cleaned after the answers it names were put in. */
export const Html = ({ html, sanitise }: HtmlProps): JSX.Element => {
  useTexts(html)
  return <div class="html" dangerouslySetInnerHTML={{ __html: sanitise(html.renderedHtml) }} />
}
