// A number of a rule, chosen: a sum of answers, a count of them, what the Caf knows. What another questionnaire answers
// is kept, and edited as JSON.
import type { JSX } from 'preact'
import { NUMBERS } from '../../../../forms/editing/answer-places.ts'
import { firstOf, ofKinds, patternsOf, type RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import type { Side } from '../../../../forms/editing/rule-words.ts'
import type { Operand } from '../../../../forms/operand-schemas.ts'
import type { Board } from '../board.ts'
import { CountPicker, countPlaces } from './count-picker.tsx'
import { PlacesPicker } from './places-picker.tsx'

type Props = {
  readonly board: Board
  readonly questions: readonly RuleQuestion[]
  readonly label: string
  readonly side: Side
  readonly hasFact?: boolean
  /** What a sum and a count are called. */
  readonly ways?: Readonly<Record<'sum' | 'count', string>>
  readonly onChange: (side: Side) => void
}

type Way = 'sum' | 'count' | 'fact' | 'other'

export const SidePicker = (props: Props): JSX.Element => {
  const { board, questions, label, side, hasFact = false, ways = WAY_WORDS, onChange } = props
  const way = wayOf(side)
  const numbers = ofKinds(questions, NUMBERS)
  const choose = (next: Way): void => {
    const chosen = begun(next, questions, numbers)
    if (chosen) onChange(chosen)
  }
  return (
    <>
      <select
        class="control"
        aria-label={`${label} : d’où il vient`}
        value={way}
        disabled={board.isReadOnly}
        onChange={(event) => {
          const next = WAYS.find((one) => one === event.currentTarget.value)
          if (next && next !== way) choose(next)
        }}
      >
        {numbers.length > 0 ? <option value="sum">{ways.sum}</option> : null}
        <option value="count">{ways.count}</option>
        {hasFact ? <option value="fact">Les collectifs notifiés par la Caf</option> : null}
        {way === 'other' ? <option value="other">Une réponse d’un autre questionnaire</option> : null}
      </select>
      {'sum' in side && way === 'sum' ? (
        <PlacesPicker
          {...{ board, questions }}
          kinds={NUMBERS}
          patterns={side.sum}
          onChange={(sum) => onChange({ sum })}
        />
      ) : null}
      {'count' in side && way === 'count' ? (
        <CountPicker {...{ board, questions, label }} operand={side} onChange={onChange} />
      ) : null}
      {way === 'other' ? (
        <p class="hint">
          Ce que lit la règle dans l’autre questionnaire se règle dans l’onglet JSON. Choisir autre chose ici
          le remplace.
        </p>
      ) : null}
    </>
  )
}

const WAY_WORDS = { sum: 'La somme de', count: 'Le nombre de réponses à' }

const WAYS: readonly Way[] = ['sum', 'count', 'fact', 'other']

const wayOf = (side: Side): Way => {
  if ('fact' in side) return 'fact'
  if (side.form !== undefined) return 'other'
  return 'sum' in side ? 'sum' : 'count'
}

const begun = (
  way: Way,
  questions: readonly RuleQuestion[],
  numbers: readonly RuleQuestion[],
): Side | undefined => {
  if (way === 'fact') return { fact: 'notifiedCollectifs' }
  if (way === 'sum') return sumOfFirst(numbers)
  return way === 'count' ? countOfFirst(questions) : undefined
}

/** A number to begin with: the first there is, or else how many answers there are to the first question. */
export const firstSide = (questions: readonly RuleQuestion[]): Operand | undefined =>
  sumOfFirst(ofKinds(questions, NUMBERS)) ?? countOfFirst(questions)

const sumOfFirst = ([number]: readonly RuleQuestion[]): Operand | undefined =>
  number && { sum: patternsOf([firstOf(number)]) }

const countOfFirst = (questions: readonly RuleQuestion[]): Operand | undefined => {
  const [place] = countPlaces(questions)
  return place && { count: place.pattern }
}
