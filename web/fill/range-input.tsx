// Two numbers on one line, from the least to the most: a slider and a field for each, so that neither hides the other.
import type { JSX } from 'preact'
import { lineOf, SliderTrack, type TrackQuestion } from './slider-track.tsx'
import { ariaOf, type Input, titleId, useParts } from './survey-parts.ts'
import { numberText, type Reading, readNumber } from './typed-number.ts'

export type RangeQuestion = TrackQuestion & {
  readonly sliderType: string
  readonly minRangeLength: unknown
  readonly maxRangeLength: unknown
}

const ENDS = ['De', 'à'] as const
const plain = { money: false }

export const RangeInput: Input<RangeQuestion> = ({ question }): JSX.Element => {
  useParts(question)
  const value = endsOf(question)
  const rest = restOf(question)
  return (
    <>
      {ENDS.map((word, at) => {
        const wordId = `${question.renderedId}_bout${at}`
        const named = `${titleId(question)} ${wordId}`
        return (
          <div class="slider-row" key={word}>
            <span class="slider-end" id={wordId}>
              {word}
            </span>
            <SliderTrack
              question={question}
              value={value?.[at]}
              rest={rest[at] ?? 0}
              named={named}
              onTake={(one) => {
                question.setPropertyValue(typedKey(at), undefined)
                put(question, at, one)
              }}
            />
            <input
              class="num"
              type="text"
              inputMode={lineOf(question).min < 0 ? 'text' : 'decimal'}
              autocomplete="off"
              enterKeyHint="next"
              value={typedOf(question, at) ?? (value ? numberText(value[at] ?? 0, plain) : '')}
              readOnly={question.isInputReadOnly}
              {...ariaOf(question)}
              aria-labelledby={named}
              onInput={({ currentTarget }) => take(question, at, currentTarget.value)}
            />
          </div>
        )
      })}
    </>
  )
}

/** Why what stands in the two fields cannot be taken. */
export const rangeFault = (question: RangeQuestion): string | undefined => {
  const unread = ENDS.map((_, at) => readingOf(question, at)).find((reading) => reading && 'fault' in reading)
  if (unread && 'fault' in unread) return unread.fault
  const value = endsOf(question)
  if (!value) return undefined
  const [from, to] = value
  const fault = value
    .map((one) => readNumber(numberText(one, plain), fieldOf(question)))
    .find((r) => 'fault' in r)
  if (fault && 'fault' in fault) return fault.fault
  if (from > to) return 'Le premier nombre dépasse le second : échangez-les.'
  const [least, most] = [question.minRangeLength, question.maxRangeLength]
  if (typeof least === 'number' && to - from < least)
    return `Laissez au moins ${least} entre les deux nombres.`
  if (typeof most === 'number' && to - from > most) return `Laissez au plus ${most} entre les deux nombres.`
  return undefined
}

/** The person goes on: what they typed is shown as it was read or, unread, stays with the reason beside it. */
export const leaveEnds = (question: RangeQuestion): void => {
  const typed = ENDS.map((_, at) => readingOf(question, at))
  typed.forEach((reading, at) => {
    if (reading && !('fault' in reading)) question.setPropertyValue(typedKey(at), undefined)
  })
  if (typed.some(Boolean) || !question.isEmpty()) question.validate(true)
}

const take = (question: RangeQuestion, at: number, text: string): void => {
  const reading = readNumber(text, fieldOf(question))
  question.setPropertyValue(typedKey(at), text)
  if (!('fault' in reading) && reading.value !== undefined) put(question, at, reading.value)
  if (question.errors.length > 0) question.validate(true)
}

/** The other end, while nobody has said it, is that of the line. */
const put = (question: RangeQuestion, at: number, one: number): void => {
  const ends = [...(endsOf(question) ?? restOf(question))]
  ends[at] = one
  question.value = ends
}

const endsOf = ({ value }: RangeQuestion): readonly [number, number] | undefined => {
  const [from, to]: readonly unknown[] = Array.isArray(value) ? value : []
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : undefined
}

const restOf = (question: RangeQuestion): readonly [number, number] => {
  const { min, max } = lineOf(question)
  return [min, max]
}

const typedKey = (at: number): string => `typed-${at}`

const typedOf = (question: RangeQuestion, at: number): string | undefined => {
  const typed = question.getPropertyValue(typedKey(at))
  return typeof typed === 'string' && !question.isInputReadOnly ? typed : undefined
}

const readingOf = (question: RangeQuestion, at: number): Reading | undefined => {
  const typed = typedOf(question, at)
  return typed === undefined ? undefined : readNumber(typed, fieldOf(question))
}

const fieldOf = (question: RangeQuestion) => {
  const { min, max, step } = lineOf(question)
  return { money: false, min, max, step, from: min }
}
