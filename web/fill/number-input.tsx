// A field for a number or an amount. The browser's own number field shows raw cents, hides what it cannot read and
// takes no « 1 234,56 »: this one is a text field, which keeps what was typed until it can be read.
import type { JSX } from 'preact'
import { ariaOf, type Input, type Question, useParts } from './survey-parts.ts'
import { faultOf, type NumberField, numberText, readNumber } from './typed-number.ts'

/** The property of a question that holds what stands in its field while it is no text of its value. */
const TYPED = 'typed'

export type NumberQuestion = Question & {
  readonly renderedMin: unknown
  readonly renderedMax: unknown
  readonly step: unknown
  readonly minErrorText?: string
  readonly maxErrorText?: string
}

/** Whether a question takes a number. */
export const isNumber = (question: Question): question is NumberQuestion =>
  question.getType() === 'text' && question.inputType === 'number'

export const NumberInput: Input<NumberQuestion> = ({ question, drawing }): JSX.Element => {
  useParts(question)
  const { money, min, step } = fieldOf(question)
  const isWhole = !money && step === 1
  const input = (
    <input
      id={question.inputId}
      class={money ? 'num money' : 'num'}
      type="text"
      // A keypad without a minus sign where one may be wanted would be a trap.
      inputMode={min === undefined || min < 0 ? 'text' : isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      enterKeyHint="next"
      value={shownText(question)}
      readOnly={question.isInputReadOnly}
      onInput={({ currentTarget }) => {
        const isTaken = take(question, currentTarget.value)
        drawing.onTyped?.(isTaken)
      }}
      {...ariaOf(question)}
    />
  )
  return money ? (
    <span class="amount">
      {input}
      <span aria-hidden="true">€</span>
    </span>
  ) : (
    input
  )
}

/** Why what stands in the field cannot be taken. */
export const numberFault = (question: NumberQuestion): string | undefined => {
  const field = fieldOf(question)
  const reading = typedReading(question)
  if (reading) return 'fault' in reading ? reading.fault : undefined
  return typeof question.value === 'number' ? faultOf(question.value, field) : undefined
}

/** What stands in the field and cannot be taken, with the reason. */
export const untakenIn = (question: NumberQuestion): { typed: string; fault: string } | undefined => {
  const reading = typedReading(question)
  if (!reading || !('fault' in reading)) return undefined
  return { typed: String(question.getPropertyValue(TYPED)), fault: reading.fault }
}

/** Puts back in an empty field what could not be taken there. */
export const retype = (question: NumberQuestion, typed: string): void => {
  if (!question.isEmpty() || question.isInputReadOnly) return
  question.setPropertyValue(TYPED, typed)
  question.validate(true)
}

/** The person goes on: what they typed is shown as it was read or, unread, stays with the reason beside it. */
export const leaveNumber = (question: NumberQuestion): void => {
  const reading = typedReading(question)
  if (reading && !('fault' in reading)) question.setPropertyValue(TYPED, undefined)
  if (reading || !question.isEmpty()) question.validate(true)
}

/** Takes what is typed as the answer, and says whether it could be. */
const take = (question: NumberQuestion, text: string): boolean => {
  const reading = readNumber(text, fieldOf(question))
  question.setPropertyValue(TYPED, text)
  const value = 'fault' in reading ? undefined : reading.value
  if (value !== question.value) question.value = value
  if (question.errors.length > 0) question.validate(true)
  return !('fault' in reading)
}

const shownText = (question: NumberQuestion): string => {
  if (typedReading(question)) return String(question.getPropertyValue(TYPED))
  const { value } = question
  return typeof value === 'number' ? numberText(value, fieldOf(question)) : ''
}

/** How what was typed reads; undefined when nothing was, or when another value has taken its place since. */
const typedReading = (question: NumberQuestion) => {
  const typed = question.getPropertyValue(TYPED)
  if (typeof typed !== 'string' || question.isInputReadOnly) return undefined
  const reading = readNumber(typed, fieldOf(question))
  const value = 'fault' in reading ? undefined : reading.value
  return value === (question.isEmpty() ? undefined : question.value) ? reading : undefined
}

const fieldOf = (question: NumberQuestion): NumberField => ({
  money: isMoney(question),
  min: boundOf(question.renderedMin),
  max: boundOf(question.renderedMax),
  step: boundOf(question.step),
  ...(question.getType() === 'slider' ? { from: boundOf(question.renderedMin) } : {}),
  minText: ownText(question.minErrorText),
  maxText: ownText(question.maxErrorText),
})

/** Whether a question is about an amount in cents (forms/custom-properties.ts). */
export const isMoney = (question: Question): boolean => question.getPropertyValue('money') === true

const boundOf = (bound: unknown): number | undefined =>
  bound === undefined || bound === null || bound === '' || Number.isNaN(Number(bound))
    ? undefined
    : Number(bound)

/** SurveyJS's own sentence has a place for the bound, which it would write in cents. */
export const ownText = (text: string | undefined): string | undefined =>
  text?.includes('{0}') ? undefined : text
