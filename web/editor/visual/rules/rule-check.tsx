import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Check } from '../../../../forms/coherence-rules.ts'
import { changeCheck } from '../../../../forms/editing/change-check.ts'
import type { OtherForm } from '../../../../forms/editing/other-forms.ts'
import {
  type EditedCheck,
  type EditedRule,
  moveCheck,
  removeCheck,
} from '../../../../forms/editing/rule-edits.ts'
import type { RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import { checkWords } from '../../../../forms/editing/rule-titles.ts'
import type { Board } from '../board.ts'
import { EntryTools } from '../entry-tools.tsx'
import { findingsAt } from '../finding-places.ts'
import { FindingsBeside } from '../findings-beside.tsx'
import { CheckSentence } from './check-sentence.tsx'
import { MessageField } from './message-field.tsx'
import { RemarkPlace } from './remark-place.tsx'

type Props = {
  readonly board: Board
  readonly rule: EditedRule
  readonly edited: EditedCheck
  readonly index: number
  readonly questions: readonly RuleQuestion[]
  readonly others: readonly OtherForm[]
}

/** One check: its sentence, where its remark is shown, and what people read then. */
export const RuleCheck = ({ board, rule, edited, index, questions, others }: Props): JSX.Element => {
  const [open, setOpen] = useState('')
  const { pointer, check } = edited
  const section = useRef<HTMLElement>(null)
  const called = `le contrôle ${index + 1}`
  const place = `controle-${index}-`
  const parts = check && {
    board,
    questions,
    others,
    place,
    open,
    onOpen: (part: string) => setOpen(part === open ? '' : part),
    onChange: (after: Check, what: string): void =>
      board.apply(
        changeCheck(board.content, { rule, pointer, before: check, after, what }, questions, others),
      ),
  }
  return (
    <section class="rule-check" ref={section} tabIndex={-1} aria-label={`Contrôle ${index + 1}`}>
      <header>
        <h5>{check ? checkWords[check.check] : 'Un contrôle à part'}</h5>
        {board.isReadOnly || rule.checks.length < 2 ? null : (
          <EntryTools
            called={called}
            isFirst={index === 0}
            isLast={index === rule.checks.length - 1}
            onMove={(by) => {
              board.apply(moveCheck(board.content, rule, pointer, by))
              const all = section.current?.closest('ol')?.querySelectorAll<HTMLElement>('.rule-check')
              all?.[index + by]?.focus()
              board.say(`Contrôle : maintenant ${index + by + 1} sur ${rule.checks.length}.`)
            }}
            onRemove={() => {
              document.getElementById('plan-controles')?.focus()
              board.apply(removeCheck(rule, pointer))
              board.say('Contrôle : suppression faite. « Annuler » le reprend.')
            }}
          />
        )}
      </header>
      <FindingsBeside board={board} findings={findingsAt(board.findings, pointer)} />
      {check && parts ? (
        <>
          <CheckSentence {...parts} check={check} />
          {check.check === 'compare' ? <RemarkPlace {...parts} check={check} /> : null}
          <MessageField {...{ board, rule, pointer, check, questions, others, place }} />
        </>
      ) : (
        <p class="hint">Ce contrôle va au-delà des phrases du plan : il se règle dans l’onglet JSON.</p>
      )}
    </section>
  )
}
