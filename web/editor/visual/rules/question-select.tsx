import type { JSX } from 'preact'
import type { RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import { OptionsByPage } from '../options-by-page.tsx'

type Props = {
  readonly label: string
  readonly value: RuleQuestion
  readonly questions: readonly RuleQuestion[]
  /** The order in which they are offered. */
  readonly order: readonly RuleQuestion[]
  readonly isReadOnly: boolean
  readonly onChange: (question: RuleQuestion) => void
}

/** A question chosen by its page. */
export const QuestionSelect = ({
  label,
  value,
  questions,
  order,
  isReadOnly,
  onChange,
}: Props): JSX.Element => {
  const names = new Set(questions.map(({ name }) => name))
  const offered = order
    .filter(({ name }) => names.has(name))
    .map(({ name, title, page }) => ({ value: name, title, page }))
  return (
    <select
      class="control"
      aria-label={label}
      value={value.name}
      disabled={isReadOnly}
      onChange={(event) => {
        const chosen = questions.find(({ name }) => name === event.currentTarget.value)
        if (chosen) onChange(chosen)
      }}
    >
      {names.has(value.name) ? null : <option value={value.name}>{value.title}</option>}
      <OptionsByPage options={offered} />
    </select>
  )
}
