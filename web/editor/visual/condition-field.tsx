import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  type Clause,
  type Condition,
  parseCondition,
  printCondition,
} from '../../../forms/editing/condition.ts'
import { textOf } from '../../../forms/editing/items.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { clauseOn } from './clause-on.ts'
import { ConditionClause } from './condition-clause.tsx'
import { type Asked, askedFrom } from './condition-questions.ts'
import { type FieldProps, labelOf } from './field-props.ts'
import { propertyWords } from './property-words.ts'

/** A condition, read and made as a sentence; as text when it says more than the sentence can. */
export const ConditionField = (props: FieldProps): JSX.Element => {
  const { board, pointer, json, property } = props
  const expression = textOf(json[property])
  const condition: Condition | undefined =
    expression === '' ? { join: 'and', clauses: [] } : parseCondition(expression)
  const questions = askedFrom(board.content, pointer)
  const isKnown =
    condition?.clauses.every(({ question }) => questions.some(({ ref }) => ref === question)) ?? false
  const [asText, setAsText] = useState(false)
  const isText = asText || !condition || !isKnown
  const { label } = propertyWords(property)
  const set = (text: string): void =>
    board.apply(
      setProperty(board.content, pointer, property, {
        value: text === '' ? undefined : text,
        label: labelOf(property, json),
      }),
    )
  const setClauses = (clauses: readonly Clause[], join = condition?.join ?? 'and'): void =>
    set(printCondition({ join, clauses }))
  const id = `plan-${property}`
  return (
    <fieldset class="field condition" id={`champ-${id}`}>
      <legend>{label}</legend>
      {isText ? (
        <>
          <textarea
            class="control typed-code"
            aria-label={`${label} : expression`}
            rows={2}
            value={expression}
            readOnly={board.isReadOnly}
            onInput={(event) => set(event.currentTarget.value)}
          />
          {condition && isKnown ? null : (
            <p class="hint">
              Cette condition va au-delà de la phrase : elle se modifie ici comme une expression.
            </p>
          )}
        </>
      ) : (
        <>
          {condition.clauses.map((clause, index) => (
            <ConditionClause
              key={index}
              {...{ clause, questions, index }}
              join={condition.join}
              isReadOnly={board.isReadOnly}
              onChange={(next) => setClauses(condition.clauses.with(index, next))}
              onJoin={(join) => setClauses(condition.clauses, join)}
              onRemove={() => setClauses(condition.clauses.toSpliced(index, 1))}
            />
          ))}
          {board.isReadOnly || questions.length === 0 ? null : (
            <button
              type="button"
              class="link"
              onClick={() => setClauses([...condition.clauses, newClause(questions)])}
            >
              {condition.clauses.length === 0 ? 'Ajouter une condition' : 'Ajouter une autre condition'}
            </button>
          )}
        </>
      )}
      {expression === '' || isText ? null : <code class="expression">{expression}</code>}
      {condition && isKnown && !board.isReadOnly && (asText || expression !== '') ? (
        <button type="button" class="link" onClick={() => setAsText(!asText)}>
          {asText ? 'Revenir à la phrase' : 'Écrire l’expression'}
        </button>
      ) : null}
    </fieldset>
  )
}

const newClause = (questions: readonly Asked[]): Clause => {
  const first = questions.find(({ nature }) => nature === 'choice') ?? questions[0]
  return first ? clauseOn(first) : { question: '', operator: 'notempty', values: [] }
}
