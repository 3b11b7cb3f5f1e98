import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  type Clause,
  type Condition,
  parseCondition,
  printCondition,
} from '../../../forms/editing/condition.ts'
import { textOf } from '../../../forms/editing/items.ts'
import { lostAmong } from '../../../forms/editing/lost-questions.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { clauseOn } from './clause-on.ts'
import { ConditionClause } from './condition-clause.tsx'
import { type Asked, askedFrom } from './condition-questions.ts'
import { type FieldProps, labelOf } from './field-props.ts'
import { propertyWords } from './property-words.ts'

/** A condition, read and made as a sentence, be its questions gone; as text when it says more than the sentence can. */
export const ConditionField = (props: FieldProps): JSX.Element => {
  const { board, pointer, json, property } = props
  const expression = textOf(json[property])
  const questions = askedFrom(board.content, pointer)
  const { condition, lost } = sentenceOf(props, expression, questions)
  const [asText, setAsText] = useState(false)
  const isText = asText || !condition
  const { label } = propertyWords(property)
  const set = (text: string): void =>
    board.apply(
      setProperty(board.content, pointer, property, {
        value: text === '' ? undefined : text,
        label: labelOf(property, json),
      }),
    )
  return (
    <fieldset class="field condition" id={`champ-plan-${property}`}>
      <legend>{label}</legend>
      {isText ? (
        <>
          <textarea
            class="control typed-code"
            aria-label={`${label} : expression`}
            rows={2}
            value={expression}
            readOnly={board.isReadOnly}
            onInput={(event) => {
              // It does not become a sentence under the fingers of who types it.
              setAsText(true)
              set(event.currentTarget.value)
            }}
          />
          {condition ? null : (
            <p class="hint">
              Cette condition va au-delà de la phrase : elle se modifie ici comme une expression.
            </p>
          )}
        </>
      ) : (
        <ConditionSentence {...{ board, property, condition, lost, questions, set }} />
      )}
      {expression === '' || isText ? null : <code class="expression">{expression}</code>}
      {condition && !board.isReadOnly && (asText || expression !== '') ? (
        <button type="button" class="link" onClick={() => setAsText(!asText)}>
          {asText ? 'Revenir à la phrase' : 'Écrire l’expression'}
        </button>
      ) : null}
    </fieldset>
  )
}

type Lost = ReadonlyMap<string, string>

/** What can be said as a sentence, with the words of the questions that are gone; no condition when it cannot. */
const sentenceOf = (
  { board, pointer }: FieldProps,
  expression: string,
  questions: readonly Asked[],
): { condition: Condition | undefined; lost: Lost } => {
  const condition: Condition | undefined =
    expression === '' ? { join: 'and', clauses: [] } : parseCondition(expression)
  const unknown = (condition?.clauses ?? [])
    .map(({ question }) => question)
    .filter((question) => !questions.some(({ ref }) => ref === question))
  const lost = lostAmong(board.content, pointer, unknown)
  return { condition: unknown.every((question) => lost.has(question)) ? condition : undefined, lost }
}

type SentenceProps = Pick<FieldProps, 'board' | 'property'> & {
  readonly condition: Condition
  readonly lost: Lost
  readonly questions: readonly Asked[]
  readonly set: (expression: string) => void
}

const ConditionSentence = (props: SentenceProps): JSX.Element => {
  const { board, property, condition, lost, questions, set } = props
  const { clauses } = condition
  const setClauses = (next: readonly Clause[], join = condition.join): void =>
    set(printCondition({ join, clauses: next }))
  return (
    <>
      {clauses.map((clause, index) => (
        <ConditionClause
          key={index}
          {...{ clause, questions, index, property }}
          join={condition.join}
          lost={lost.get(clause.question)}
          isReadOnly={board.isReadOnly}
          onChange={(next) => setClauses(clauses.with(index, next))}
          onJoin={(join) => setClauses(clauses, join)}
          onRemove={() => {
            setClauses(clauses.toSpliced(index, 1))
            board.say(`Condition ${index + 1} : retrait fait.`)
          }}
        />
      ))}
      {board.isReadOnly || questions.length === 0 ? null : (
        <button
          type="button"
          class="link"
          data-adds={property}
          onClick={() => setClauses([...clauses, newClause(questions)])}
        >
          {clauses.length === 0 ? 'Ajouter une condition' : 'Ajouter une autre condition'}
        </button>
      )}
    </>
  )
}

const newClause = (questions: readonly Asked[]): Clause => {
  const first = questions.find(({ nature }) => nature === 'choice') ?? questions[0]
  return first ? clauseOn(first) : { question: '', operator: 'notempty', values: [] }
}
