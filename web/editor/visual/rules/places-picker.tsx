// Some places of the answers, question by question: its columns, and all of its lines or a few.
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { PlaceKind } from '../../../../forms/editing/answer-places.ts'
import {
  type Chosen,
  firstOf,
  ofKinds,
  patternsOf,
  type RuleQuestion,
  type Term,
  termsOf,
} from '../../../../forms/editing/rule-places.ts'
import type { Board } from '../board.ts'
import { TakeOut } from '../take-out.tsx'
import { QuestionSelect } from './question-select.tsx'
import { RowsPicker } from './rows-picker.tsx'

type Props = {
  readonly board: Board
  readonly questions: readonly RuleQuestion[]
  readonly kinds: readonly PlaceKind[]
  readonly patterns: readonly string[]
  /** Never none. */
  readonly onChange: (patterns: string[]) => void
}

export const PlacesPicker = ({ board, questions, kinds, patterns, onChange }: Props): JSX.Element => {
  const { isReadOnly } = board
  const offered = ofKinds(questions, kinds)
  const terms = termsOf(patterns, questions)
  const used = new Set(terms.flatMap((term) => ('question' in term ? [term.question.name] : [])))
  const free = offered.filter(({ name }) => !used.has(name))
  const list = useRef<HTMLUListElement>(null)
  const known = useRef(terms.length)
  const focus = (index: number): void =>
    list.current?.children[index]?.querySelector<HTMLElement>('select')?.focus()
  useEffect(() => {
    if (terms.length > known.current) focus(terms.length - 1)
    known.current = terms.length
  }, [terms.length])
  const set = (next: readonly Term[]): void => {
    const chosen = patternsOf(next)
    if (chosen.length > 0) onChange(chosen)
  }
  return (
    <>
      <ul class="plain rule-terms" ref={list}>
        {terms.map((term, index) => (
          <li key={index} class="rule-term">
            {'question' in term ? (
              <TermPicker
                {...{ term, offered, isReadOnly }}
                free={free}
                onChange={(next) => set(terms.with(index, next))}
              />
            ) : (
              <p class="rule-gone">
                <code>{term.unknown}</code> n’est plus une question de ce questionnaire.
              </p>
            )}
            {terms.length < 2 ? null : (
              <TakeOut
                board={board}
                said="Question : retrait fait."
                onAct={() => {
                  focus(0)
                  set(terms.toSpliced(index, 1))
                }}
              >
                Retirer
                <span class="sr-only"> « {'question' in term ? term.question.title : term.unknown} »</span>
              </TakeOut>
            )}
          </li>
        ))}
      </ul>
      {isReadOnly || free.length === 0 ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            const [first] = free
            if (first) set([...terms, firstOf(first)])
          }}
        >
          Ajouter une question
        </button>
      )}
    </>
  )
}

type TermProps = {
  readonly term: Chosen
  readonly offered: readonly RuleQuestion[]
  /** The questions that no other term has. */
  readonly free: readonly RuleQuestion[]
  readonly isReadOnly: boolean
  readonly onChange: (term: Chosen) => void
}

const TermPicker = ({ term, offered, free, isReadOnly, onChange }: TermProps): JSX.Element => {
  const { question, rows, fields } = term
  const own = offered.find(({ name }) => name === question.name)
  const keys = new Set(fields.map(({ key }) => key))
  return (
    <>
      <QuestionSelect
        label="Question"
        value={question}
        questions={[...free, ...(own ? [own] : [])]}
        order={offered}
        isReadOnly={isReadOnly}
        onChange={(chosen) => onChange(firstOf(chosen))}
      />
      {own && own.fields.length > 1 ? (
        <fieldset class="rule-choices">
          <legend class="sr-only">Ce qu’on lit de « {question.title} »</legend>
          {own.fields.map((field) => (
            <label key={field.key} class="choice">
              <input
                type="checkbox"
                checked={keys.has(field.key)}
                disabled={isReadOnly}
                onChange={(event) => {
                  const next = own.fields.filter(({ key }) =>
                    key === field.key ? event.currentTarget.checked : keys.has(key),
                  )
                  // Nothing at all is no choice: the last one stays.
                  if (next.length > 0) onChange({ ...term, fields: next })
                  else event.currentTarget.checked = true
                }}
              />
              <span>{field.title}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {question.lines === 'none' ? null : (
        <RowsPicker
          {...{ question, rows, fields, isReadOnly }}
          onChange={(next) => onChange({ ...term, rows: next })}
        />
      )}
    </>
  )
}
