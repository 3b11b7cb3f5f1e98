import type { JSX } from 'preact'
import type { Clause, Condition, ConditionValue, Operator } from '../../../forms/editing/condition.ts'
import { clauseOn } from './clause-on.ts'
import { type Asked, operatorsOf } from './condition-questions.ts'
import { OPERATOR_WORDS, saidOf } from './condition-words.ts'
import { goOnFrom } from './property-group.tsx'

type Props = {
  readonly clause: Clause
  readonly questions: readonly Asked[]
  readonly index: number
  readonly join: Condition['join']
  /** What is said of the question when there is none to look at. */
  readonly lost: string | undefined
  /** The condition it is part of. */
  readonly property: string
  readonly isReadOnly: boolean
  readonly onChange: (clause: Clause) => void
  readonly onJoin: (join: Condition['join']) => void
  readonly onRemove: () => void
}

/** « [Statut] [est] [Association] », with « et » or « ou » before it. */
export const ConditionClause = (props: Props): JSX.Element => {
  const { clause, questions, index, join, lost, property, isReadOnly, onChange, onJoin, onRemove } = props
  const asked = questions.find(({ ref }) => ref === clause.question)
  const operators = asked ? operatorsOf(asked) : []
  const offered = operators.includes(clause.operator) ? operators : [...operators, clause.operator]
  return (
    <div class="clause">
      {index === 0 ? null : (
        <select
          class="control joined"
          aria-label="Relier les conditions par"
          value={join}
          disabled={isReadOnly}
          onChange={(event) => onJoin(event.currentTarget.value === 'or' ? 'or' : 'and')}
        >
          <option value="and">et</option>
          <option value="or">ou</option>
        </select>
      )}
      <select
        class={lost === undefined ? 'control' : 'control lost'}
        aria-label={`Question de la condition ${index + 1}`}
        aria-invalid={lost === undefined ? undefined : true}
        value={clause.question}
        disabled={isReadOnly}
        onChange={(event) => {
          const chosen = questions.find(({ ref }) => ref === event.currentTarget.value)
          if (chosen) onChange(clauseOn(chosen))
        }}
      >
        {lost === undefined ? null : <option value={clause.question}>{lost}</option>}
        {questions.map(({ ref, title }) => (
          <option key={ref} value={ref}>
            {title}
          </option>
        ))}
      </select>
      {asked ? (
        <select
          class="control"
          aria-label={`Comparaison de la condition ${index + 1}`}
          value={clause.operator}
          disabled={isReadOnly}
          onChange={(event) => {
            const operator = offered.find((one) => one === event.currentTarget.value)
            if (operator) onChange(withOperator(clause, operator, asked))
          }}
        >
          {offered.map((operator) => (
            <option key={operator} value={operator}>
              {OPERATOR_WORDS[operator]}
            </option>
          ))}
        </select>
      ) : (
        <span>{saidOf(clause)}</span>
      )}
      {asked ? <ClauseValue {...{ clause, asked, isReadOnly, index, onChange }} /> : null}
      {isReadOnly ? null : (
        <button
          type="button"
          class="link"
          data-takes-out={property}
          onClick={({ currentTarget }) => {
            goOnFrom(currentTarget)
            onRemove()
          }}
        >
          Retirer<span class="sr-only"> la condition {index + 1}</span>
        </button>
      )}
    </div>
  )
}

const withOperator = (clause: Clause, operator: Operator, asked: Asked): Clause => {
  if (operator === 'empty' || operator === 'notempty') return { ...clause, operator, values: [] }
  const values = clause.values.length > 0 ? clause.values : clauseOn(asked).values
  return { ...clause, operator, values: operator === 'anyof' ? values : values.slice(0, 1) }
}

type ValueProps = Pick<Props, 'clause' | 'isReadOnly' | 'index' | 'onChange'> & { asked: Asked }

const ClauseValue = ({ clause, asked, isReadOnly, index, onChange }: ValueProps): JSX.Element | null => {
  const { operator, values } = clause
  const label = `Valeur de la condition ${index + 1}`
  if (operator === 'empty' || operator === 'notempty') return null
  if (operator === 'anyof') return <SeveralValues {...{ clause, asked, isReadOnly, label, onChange }} />
  const [value = ''] = values
  if (asked.options.length > 0) {
    const known = asked.options.some((option) => option.value === value)
    return (
      <select
        class="control"
        aria-label={label}
        value={String(value)}
        disabled={isReadOnly}
        onChange={(event) => {
          const chosen = asked.options.find((option) => String(option.value) === event.currentTarget.value)
          if (chosen) onChange({ ...clause, values: [chosen.value] })
        }}
      >
        {known ? null : <option value={String(value)}>{String(value)} (n’est plus un choix)</option>}
        {asked.options.map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {option.text}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      class="control"
      aria-label={label}
      value={String(value)}
      readOnly={isReadOnly}
      inputMode={asked.nature === 'number' ? 'decimal' : 'text'}
      onChange={(event) => onChange({ ...clause, values: [typedValue(event.currentTarget.value, asked)] })}
    />
  )
}

const SeveralValues = ({
  clause,
  asked,
  isReadOnly,
  label,
  onChange,
}: Omit<ValueProps, 'index'> & { label: string }): JSX.Element => (
  <fieldset class="several">
    <legend class="sr-only">{label}</legend>
    {asked.options.map((option) => (
      <label key={String(option.value)} class="choice">
        <input
          type="checkbox"
          checked={clause.values.includes(option.value)}
          disabled={isReadOnly}
          onChange={(event) => {
            const others = clause.values.filter((value) => value !== option.value)
            const values = event.currentTarget.checked ? [...others, option.value] : others
            // None of none is no condition: the last one stays.
            if (values.length > 0) onChange({ ...clause, values })
            else event.currentTarget.checked = true
          }}
        />
        <span>{option.text}</span>
      </label>
    ))}
  </fieldset>
)

const typedValue = (text: string, { nature }: Asked): ConditionValue => {
  const number = Number(text.trim().replace(',', '.'))
  return nature === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text
}
