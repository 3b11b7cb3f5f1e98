// The properties of one coherence rule: what it is called, what it does, and each check in it as a sentence.
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { checkKinds, newCheck } from '../../../../forms/editing/new-check.ts'
import {
  addCheck,
  type EditedRule,
  removeRule,
  setRuleKind,
  setRuleTitle,
} from '../../../../forms/editing/rule-edits.ts'
import { type RuleQuestion, ruleQuestions } from '../../../../forms/editing/rule-places.ts'
import { checkWords } from '../../../../forms/editing/rule-titles.ts'
import { Field, FieldGroup } from '../../../shared/field.tsx'
import { Icon } from '../../../shared/icons.tsx'
import { type Board, WHOLE } from '../board.ts'
import { findingsAt } from '../finding-places.ts'
import { FindingsBeside } from '../findings-beside.tsx'
import { TypeIcon } from '../type-icons.tsx'
import { effectWords } from './effect-words.ts'
import { RuleCheck } from './rule-check.tsx'
import { useOtherForms } from './use-other-forms.ts'

type Props = { readonly board: Board; readonly rule: EditedRule }

export const RulePane = ({ board, rule }: Props): JSX.Element => {
  const { content, isReadOnly } = board
  const questions = useMemo(() => ruleQuestions(content), [content.definition])
  const others = useOtherForms(content)
  const inChecks = rule.checks.map(({ pointer }) => pointer)
  return (
    <>
      <h3 tabIndex={-1}>
        <TypeIcon type="whole" /> Règle {rule.id}
      </h3>
      <button type="button" class="link" onClick={() => board.select(WHOLE, 'properties')}>
        <Icon name="back" /> Toutes les règles
      </button>
      <FindingsBeside board={board} findings={findingsAt(board.findings, rule.pointer, inChecks)} />
      <Field
        name="plan-title"
        label="Titre de la règle"
        hint="Ce qu’elle garantit. Suit le premier contrôle tant que vous n’en écrivez pas un autre."
        faults={rule.title.trim() === '' ? ['Donnez un titre à cette règle.'] : []}
      >
        {(tied) => (
          <textarea
            {...tied}
            class="rule-title"
            rows={2}
            value={rule.title}
            readOnly={isReadOnly}
            onInput={(event) =>
              board.apply(setRuleTitle(content, rule, event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' ')))
            }
          />
        )}
      </Field>
      <Effect board={board} rule={rule} />
      <h4 id="plan-controles" tabIndex={-1}>
        Ce qu’elle vérifie
      </h4>
      <ol class="plain rule-checks" aria-labelledby="plan-controles">
        {rule.checks.map((check, index) => (
          <li key={check.pointer}>
            <RuleCheck {...{ board, rule, questions, others, index }} edited={check} />
          </li>
        ))}
      </ol>
      {isReadOnly ? null : (
        <>
          <AddCheck board={board} rule={rule} questions={questions} />
          <p class="plan-end">
            <button
              type="button"
              class="link danger"
              onClick={() => {
                board.apply(removeRule(rule))
                board.select(WHOLE, 'properties')
                board.say(`Règle ${rule.id} : suppression faite. « Annuler » la reprend.`)
              }}
            >
              Supprimer cette règle
            </button>
          </p>
        </>
      )}
    </>
  )
}

const Effect = ({ board, rule }: Props): JSX.Element => (
  <FieldGroup name="plan-effet" label="Quand les réponses ne la respectent pas">
    {(['blocking', 'warning'] as const).map((kind) => (
      <label key={kind} class="choice">
        <input
          type="radio"
          name="plan-effet"
          checked={rule.kind === kind}
          disabled={board.isReadOnly}
          onChange={() => board.apply(setRuleKind(board.content, rule, kind))}
        />
        <span>
          {effectWords[kind].label}
          <small>{effectWords[kind].says}</small>
        </span>
      </label>
    ))}
  </FieldGroup>
)

type AddProps = Props & { readonly questions: readonly RuleQuestion[] }

/** A check more; those that this questionnaire has nothing for are said to be so. */
const AddCheck = ({ board, rule, questions }: AddProps): JSX.Element => (
  <Field
    name="plan-controle"
    label="Ajouter un contrôle à cette règle"
    hint="Une règle peut en avoir plusieurs : chacun a sa phrase."
  >
    {(tied) => (
      <select
        {...tied}
        value=""
        onChange={(event) => {
          const kind = checkKinds.find((one) => one === event.currentTarget.value)
          event.currentTarget.value = ''
          const check = kind && newCheck(kind, board.content, questions)
          if (!check) return
          board.apply(addCheck(board.content, rule, check))
          board.say(`${checkWords[check.check]} : ajout fait, ${rule.checks.length + 1} contrôles.`)
        }}
      >
        <option value="">Choisir…</option>
        {checkKinds.map((kind) => {
          const isPossible = newCheck(kind, board.content, questions) !== undefined
          return (
            <option key={kind} value={kind} disabled={!isPossible}>
              {checkWords[kind]}
              {isPossible ? '' : NEEDS[kind]}
            </option>
          )
        })}
      </select>
    )}
  </Field>
)

const NEEDS: Readonly<Record<(typeof checkKinds)[number], string>> = {
  compare: ' (il faut deux nombres)',
  each: ' (il faut un nombre)',
  'school-year': ' (il faut une date)',
  'in-order': ' (il faut deux dates)',
  'needs-text': ' (il faut un texte et un choix)',
  'near-forecast': ' (il faut une comparaison)',
}
