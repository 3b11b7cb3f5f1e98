import type { JSX } from 'preact'
import type { AnswerPlace } from '../../../../forms/editing/answer-places.ts'
import { ALL, patternAt, type RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import type { Side } from '../../../../forms/editing/rule-words.ts'
import type { Board } from '../board.ts'
import { PlaceSelect } from '../place-select.tsx'

type Counted = Extract<Side, { count: string }>
type Props = {
  readonly board: Board
  readonly questions: readonly RuleQuestion[]
  readonly label: string
  readonly operand: Counted
  readonly onChange: (operand: Counted) => void
}

/** What is counted, and the answer that it must be. */
export const CountPicker = ({ board, questions, label, operand, onChange }: Props): JSX.Element => {
  const { count, is } = operand
  const { isReadOnly } = board
  const places = countPlaces(questions)
  const options = places.find(({ pattern }) => pattern === count)?.options ?? []
  return (
    <>
      <PlaceSelect
        label={`${label} : à compter`}
        value={count}
        places={places}
        isReadOnly={isReadOnly}
        onChange={(pattern) => onChange({ count: pattern })}
      />
      {options.length === 0 && is === undefined ? null : (
        <select
          class="control"
          aria-label={`${label} : réponse comptée`}
          value={is === undefined ? '' : JSON.stringify(is)}
          disabled={isReadOnly}
          onChange={(event) => {
            const chosen = options.find(({ value }) => JSON.stringify(value) === event.currentTarget.value)
            onChange(chosen ? { count, is: chosen.value } : { count })
          }}
        >
          <option value="">quelle que soit la réponse</option>
          {is === undefined || options.some(({ value }) => value === is) ? null : (
            <option value={JSON.stringify(is)}>{String(is)} (n’est plus un choix)</option>
          )}
          {options.map(({ value, text }) => (
            <option key={String(value)} value={JSON.stringify(value)}>
              quand la réponse est « {text} »
            </option>
          ))}
        </select>
      )}
    </>
  )
}

/** What may be counted: each answer, and those in every line of a table. */
export const countPlaces = (questions: readonly RuleQuestion[]): AnswerPlace[] =>
  questions.flatMap((question) =>
    question.fields
      .filter(({ kind }) => kind !== 'lines' || !question.isBlock)
      .map(({ key, title, kind, options }) => ({
        pattern: patternAt(question, ALL, key),
        title: countTitle(question, kind, title),
        page: question.page,
        kind,
        options,
        at: '',
      })),
  )

const countTitle = (question: RuleQuestion, kind: AnswerPlace['kind'], title: string): string => {
  if (kind === 'lines') return `${question.title} : les lignes`
  return title === question.title ? title : `${question.title} : ${title}`
}
