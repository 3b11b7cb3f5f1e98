import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { worded } from '../../../../forms/coherence-checks.ts'
import type { Check } from '../../../../forms/coherence-rules.ts'
import type { OtherForm } from '../../../../forms/editing/other-forms.ts'
import { messageOf } from '../../../../forms/editing/rule-checks.ts'
import type { EditedRule } from '../../../../forms/editing/rule-edits.ts'
import type { RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import { setProperty } from '../../../../forms/editing/set-property.ts'
import { Field } from '../../../shared/field.tsx'
import type { Board } from '../board.ts'
import { blanksOf, sampleOf } from './message-blanks.ts'

type Props = {
  readonly board: Board
  readonly rule: EditedRule
  readonly pointer: string
  readonly check: Check
  readonly questions: readonly RuleQuestion[]
  readonly others: readonly OtherForm[]
  readonly place: string
}

/** What people read when a check does not hold: its sentence, the numbers it may name, and an example. */
export const MessageField = (props: Props): JSX.Element => {
  const { board, rule, pointer, check, questions, others, place } = props
  const proposed = messageOf(check, questions, others)
  const { message } = check
  const area = useRef<HTMLTextAreaElement>(null)
  const blanks = blanksOf(check.check)
  const strange = [...message.matchAll(/\{(\w*)\}/g)].flatMap(([whole, name]) =>
    blanks.some((blank) => blank.name === name) ? [] : [whole],
  )
  const set = (value: string): void =>
    board.apply(
      setProperty(board.content, pointer, 'message', {
        value,
        label: `Modifier le message de la règle ${rule.id}`,
      }),
    )
  const insert = (name: string): void => {
    const field = area.current
    if (!field) return
    field.setRangeText(`{${name}}`, field.selectionStart, field.selectionEnd, 'end')
    set(field.value)
    field.focus()
  }
  return (
    <>
      <Field
        name={`plan-${place}message`}
        label="Ce qu’on lit alors"
        faults={[
          ...(message.trim() === '' ? ['Écrivez ce que lira la personne.'] : []),
          ...(strange.length > 0 ? [`${strange.join(', ')} ne sera remplacé par rien.`] : []),
        ]}
      >
        {(tied) => (
          <textarea
            {...tied}
            ref={area}
            rows={3}
            value={message}
            readOnly={board.isReadOnly}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )}
      </Field>
      {board.isReadOnly ? null : (
        <p class="rule-blanks">
          {blanks.length > 0 ? <span>Insérer :</span> : null}
          {blanks.map(({ name, words }) => (
            <button key={name} type="button" class="rule-blank" onClick={() => insert(name)}>
              <span class="sr-only">Insérer dans le message : </span>
              {words} <code>{`{${name}}`}</code>
            </button>
          ))}
          {message === proposed ? null : (
            <button type="button" class="link" onClick={() => set(proposed)}>
              Reprendre la phrase proposée
            </button>
          )}
        </p>
      )}
      <p class="rule-example">
        <small>Exemple</small>
        {worded(message, sampleOf(check), isMoney(check))}
      </p>
    </>
  )
}

/** A forecast is of amounts and numbers alike: the example is of an amount. */
const isMoney = ({ check, money }: Check): boolean => money || check === 'near-forecast'
