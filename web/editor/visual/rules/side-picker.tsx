// A number of a rule, chosen: a sum of answers, a count of them, of this questionnaire or of another; what the Caf knows.
import type { JSX } from 'preact'
import { NUMBERS } from '../../../../forms/editing/answer-places.ts'
import { type OtherForm, otherTitle } from '../../../../forms/editing/other-forms.ts'
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
  /** The other questionnaires that may be read; none by default. */
  readonly others?: readonly OtherForm[]
  /** What a sum and a count are called. */
  readonly ways?: Readonly<Record<'sum' | 'count', string>>
  readonly onChange: (side: Side) => void
}

type Way = 'sum' | 'count' | 'fact' | 'other'

export const SidePicker = (props: Props): JSX.Element => {
  const { board, questions, label, side, hasFact = false, ways = WAY_WORDS, others = [], onChange } = props
  const way = wayOf(side)
  const numbers = ofKinds(questions, NUMBERS)
  const choose = (next: Way): void => {
    const chosen = begun(next, { questions, numbers, others })
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
        {way === 'other' || others.length > 0 ? (
          <option value="other">Une réponse d’un autre questionnaire</option>
        ) : null}
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
      {'form' in side && side.form !== undefined ? (
        <OtherSide {...{ board, label, side, others, onChange }} form={side.form} />
      ) : null}
    </>
  )
}

type OtherProps = Pick<Props, 'board' | 'label' | 'onChange'> & {
  readonly side: Operand
  readonly form: string
  readonly others: readonly OtherForm[]
}

/** Which other questionnaire, and what of it. */
const OtherSide = ({ board, label, side, form, others, onChange }: OtherProps): JSX.Element => {
  const other = others.find(({ kind }) => kind === form)
  const { form: _, ...own } = side
  return (
    <>
      <select
        class="control"
        aria-label={`${label} : questionnaire`}
        value={form}
        disabled={board.isReadOnly}
        onChange={(event) => {
          const chosen = others.find(({ kind }) => kind === event.currentTarget.value)
          const begins = chosen && beginIn(chosen)
          if (begins) onChange(begins)
        }}
      >
        {other ? null : <option value={form}>{otherTitle(form, others)} (pas publié ici)</option>}
        {others.map(({ kind }) => (
          <option key={kind} value={kind}>
            {otherTitle(kind, others)}
          </option>
        ))}
      </select>
      {other ? (
        <SidePicker
          {...{ board, questions: other.questions }}
          label={`${label}, dans l’autre questionnaire`}
          side={own}
          onChange={(next) => 'fact' in next || onChange({ ...next, form })}
        />
      ) : null}
      <p class="hint">
        Les réponses transmises du même projet, pour la même année. S’il n’y en a pas, la règle ne dit rien.
      </p>
    </>
  )
}

const beginIn = ({ kind, questions }: OtherForm): Operand | undefined => {
  const first = firstSide(questions)
  return first && { ...first, form: kind }
}

const WAY_WORDS = { sum: 'La somme de', count: 'Le nombre de réponses à' }

const WAYS: readonly Way[] = ['sum', 'count', 'fact', 'other']

const wayOf = (side: Side): Way => {
  if ('fact' in side) return 'fact'
  if (side.form !== undefined) return 'other'
  return 'sum' in side ? 'sum' : 'count'
}

type Offered = Pick<Props, 'questions'> & {
  readonly numbers: readonly RuleQuestion[]
  readonly others: readonly OtherForm[]
}

const begun = (way: Way, { questions, numbers, others }: Offered): Side | undefined => {
  if (way === 'fact') return { fact: 'notifiedCollectifs' }
  if (way === 'sum') return sumOfFirst(numbers)
  if (way === 'count') return countOfFirst(questions)
  const [other] = others
  return other && beginIn(other)
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
