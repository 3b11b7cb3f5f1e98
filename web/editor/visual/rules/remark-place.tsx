import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Check } from '../../../../forms/coherence-rules.ts'
import { answerPlaces } from '../../../../forms/editing/answer-places.ts'
import { keysOfPointer } from '../../../../forms/editing/json-pointer.ts'
import { remarkPlaces } from '../../../../forms/editing/rule-checks.ts'
import type { RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import { Field } from '../../../shared/field.tsx'
import type { CheckProps } from './check-props.ts'

type Props = CheckProps<Extract<Check, { check: 'compare' }>>

/** The question that shows the remark of a comparison; nothing to choose where it reads one alone. */
export const RemarkPlace = ({ board, check, questions, place, onChange }: Props): JSX.Element | null => {
  const { content } = board
  const places = useMemo(() => answerPlaces(content), [content.definition])
  const offered = [...new Set([...remarkPlaces(check, questions), check.pointer])]
  if (offered.length < 2) return null
  return (
    <Field name={`plan-${place}remarque`} label="La remarque est montrée à">
      {(tied) => (
        <select
          {...tied}
          value={check.pointer}
          disabled={board.isReadOnly}
          onChange={(event) =>
            onChange({ ...check, pointer: event.currentTarget.value }, 'où montrer la remarque')
          }
        >
          {offered.map((pattern) => (
            <option key={pattern} value={pattern}>
              {titleOf(pattern, questions) ?? places.find((one) => one.pattern === pattern)?.title ?? pattern}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The title of a question that a pattern is the whole of. */
const titleOf = (pattern: string, questions: readonly RuleQuestion[]): string | undefined => {
  const [name, ...rest] = keysOfPointer(pattern)
  return rest.length > 0 ? undefined : questions.find((question) => question.name === name)?.title
}
