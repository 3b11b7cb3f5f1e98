import type { JSX } from 'preact'
import type { Question, Text } from './survey-parts.ts'
import { numberText } from './typed-number.ts'

export type TrackQuestion = Question & {
  readonly renderedMin: unknown
  readonly renderedMax: unknown
  readonly step: unknown
  readonly showLabels: boolean
  readonly labelCount: number
  readonly labelFormat: string
  readonly customLabels: readonly { readonly value: unknown; readonly text: string; readonly locText: Text }[]
}

type Props = {
  readonly question: TrackQuestion
  /** The number it stands at; undefined while there is none. */
  readonly value: number | undefined
  /** Where it stands while there is none. */
  readonly rest: number
  /** The elements that name it. */
  readonly named: string
  readonly onTake: (value: number) => void
}

/** The browser's slider over its marks. What stands there without an answer is said to be none. */
export const SliderTrack = ({ question, value, rest, named, onTake }: Props): JSX.Element => {
  const { min, max, step } = lineOf(question)
  const word = marksOf(question).find((mark) => mark.value === value)?.word
  const said =
    value === undefined ? 'Sans réponse' : [numberText(value, plain), word].filter(Boolean).join(', ')
  // Where it stands already is no change to the browser: a click or a key there answers all the same.
  const takeRest = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    if (value === undefined) onTake(Number(currentTarget.value))
  }
  return (
    <div class={`slider-track${value === undefined ? ' unanswered' : ''}`}>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value ?? rest}
        disabled={question.isInputReadOnly}
        aria-labelledby={named}
        aria-describedby={sliderHintId(question)}
        aria-valuetext={said}
        onInput={({ currentTarget }) => onTake(Number(currentTarget.value))}
        onClick={takeRest}
        onKeyUp={(event) => {
          if (/^(?:Arrow|Home|End|Page)/.test(event.key)) takeRest(event)
        }}
      />
      {question.showLabels ? <Marks question={question} /> : null}
    </div>
  )
}

const plain = { money: false }

/** Drawn by attributes alone: the site's policy lets no style in that stands in the page. */
const Marks = ({ question }: { question: TrackQuestion }): JSX.Element => {
  const { min, max } = lineOf(question)
  return (
    <svg class="slider-marks" aria-hidden="true" focusable="false" width="100%" height="28">
      {marksOf(question).map(({ value, text }) => {
        const x = `${(100 * (value - min)) / (max - min)}%`
        const anchor = value === min ? 'start' : value === max ? 'end' : 'middle'
        return (
          <g key={value}>
            <line x1={x} x2={x} y1="0" y2="6" />
            <text x={x} y="22" text-anchor={anchor}>
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

export const sliderHintId = ({ renderedId }: Question): string => `${renderedId}_curseur`

/** How to answer, and what the marks mean that have words. */
export const sliderHint = (question: TrackQuestion): string => {
  const { min, max } = lineOf(question)
  const words = marksOf(question).flatMap(({ value, word }) =>
    word ? [`${numberText(value, plain)} : ${word}`] : [],
  )
  const how = `Déplacez le curseur ou écrivez un nombre, de ${numberText(min, plain)} à ${numberText(max, plain)}.`
  return words.length > 0 ? `${how} ${words.join(' · ')}.` : how
}

export const lineOf = ({ renderedMin, renderedMax, step }: TrackQuestion) => ({
  min: Number(renderedMin),
  max: Number(renderedMax),
  step: Number(step) || 1,
})

type Mark = { readonly value: number; readonly text: string; readonly word?: string | undefined }

/** The marks that the questionnaire gives, or some on round steps, the two ends among them. */
const marksOf = (question: TrackQuestion): Mark[] => {
  const { min, max, step } = lineOf(question)
  const textOf = (value: number) => question.labelFormat.replace('{0}', numberText(value, plain))
  if (question.customLabels.length > 0)
    return question.customLabels
      .map(({ value, text }) => ({
        value: Number(value),
        text: numberText(Number(value), plain),
        word: text,
      }))
      .filter(({ value }) => value >= min && value <= max)
      .map(({ word, ...mark }) => (word === String(mark.value) ? mark : { ...mark, word }))
  const steps = Math.round((max - min) / step)
  const most = question.labelCount >= 2 ? question.labelCount : 6
  const every = everyFor(steps, most)
  return Array.from({ length: steps / every + 1 }, (_, i) => Number((min + i * every * step).toFixed(6))).map(
    (value) => ({ value, text: textOf(value) }),
  )
}

/** How many steps from one mark to the next, so that the last stands at the end. */
const everyFor = (steps: number, most: number): number => {
  for (let every = Math.max(1, Math.ceil(steps / (most - 1))); every < Math.min(steps, 1_000); every += 1)
    if (steps % every === 0) return every
  return Math.max(1, steps)
}
