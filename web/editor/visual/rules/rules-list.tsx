import type { JSX } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { firstCheck } from '../../../../forms/editing/new-check.ts'
import {
  addRule,
  type EditedRule,
  editedRules,
  moveRule,
  nextRuleId,
  removeRule,
} from '../../../../forms/editing/rule-edits.ts'
import { ruleQuestions } from '../../../../forms/editing/rule-places.ts'
import { titleFor } from '../../../../forms/editing/rule-titles.ts'
import { Icon } from '../../../shared/icons.tsx'
import type { Board } from '../board.ts'
import { EntryTools } from '../entry-tools.tsx'
import { countsBy, countWords } from '../finding-places.ts'
import { effectWords } from './effect-words.ts'

/** The coherence rules of the questionnaire: each opens on its own properties. */
export const RulesList = ({ board }: { board: Board }): JSX.Element => {
  const rules = editedRules(board.content)
  const counts = countsBy(board.findings, new Set(rules.map(({ pointer }) => pointer)))
  const list = useRef<HTMLOListElement>(null)
  const focus = (index: number): void =>
    list.current?.querySelectorAll<HTMLElement>('.rule-open')[index]?.focus()
  const move = (rule: EditedRule, index: number, by: -1 | 1): void => {
    const edit = moveRule(board.content, rule, by)
    if (!edit) return
    board.apply(edit)
    board.say(`Règle ${rule.id} : maintenant ${index + by + 1} sur ${rules.length}.`)
    focus(index + by)
  }
  const remove = (rule: EditedRule, index: number): void => {
    // The keyboard goes to the rule that takes its place before this one is gone.
    focus(index === rules.length - 1 ? index - 1 : index + 1)
    board.apply(removeRule(rule))
    board.say(`Règle ${rule.id} : suppression faite. « Annuler » la reprend.`)
  }
  return (
    <section class="rules" aria-labelledby="plan-regles">
      <h4 id="plan-regles">Règles de cohérence</h4>
      <p class="hint">
        Ce que les réponses doivent respecter entre elles, au moment de transmettre : un total qui est une
        somme, des dates dans l’ordre, un texte à ne pas oublier.
      </p>
      {rules.length === 0 ? <p class="rules-none">Aucune règle pour le moment.</p> : null}
      <ol class="plain" ref={list}>
        {rules.map((rule, index) => (
          <li key={rule.pointer} class="rule-row">
            <span class="rule-id">{rule.id}</span>
            <span class="rule-what">
              <button
                type="button"
                class="link rule-open"
                data-opens={rule.pointer}
                onClick={() => board.select(rule.pointer, 'properties')}
                onKeyDown={(event) => {
                  if (board.isReadOnly || !event.altKey || !isArrow(event.key)) return
                  event.preventDefault()
                  move(rule, index, event.key === 'ArrowUp' ? -1 : 1)
                }}
              >
                <span class="sr-only">Règle {rule.id} : </span>
                {rule.title || 'Règle sans titre'}
              </button>
              <span class="rule-marks">
                <small>
                  <Icon name={rule.kind === 'blocking' ? 'lock' : 'pen'} size={13} />{' '}
                  {effectWords[rule.kind].tag}
                </small>
                <Count counts={counts.get(rule.pointer)} />
              </span>
            </span>
            {board.isReadOnly ? null : (
              <EntryTools
                called={`la règle ${rule.id}`}
                isFirst={index === 0}
                isLast={index === rules.length - 1}
                onMove={(by) => move(rule, index, by)}
                onRemove={() => remove(rule, index)}
              />
            )}
          </li>
        ))}
      </ol>
      {board.isReadOnly ? null : <AddRule board={board} />}
    </section>
  )
}

const isArrow = (key: string): boolean => key === 'ArrowUp' || key === 'ArrowDown'

type Counts = { readonly errors: number; readonly warnings: number }

const Count = ({ counts }: { counts: Counts | undefined }): JSX.Element | null =>
  counts ? (
    <span class={`tag ${counts.errors > 0 ? 'stop' : 'warn'}`}>
      <Icon name="alert" size={14} />
      {countWords(counts)}
    </span>
  ) : null

const AddRule = ({ board }: { board: Board }): JSX.Element => {
  const { content } = board
  const questions = useMemo(() => ruleQuestions(content), [content.definition])
  const check = firstCheck(content, questions)
  const id = nextRuleId(content)
  if (!check || !id)
    return (
      <p class="hint">
        {check
          ? 'Il y a 99 règles : supprimez-en une pour en ajouter une autre.'
          : 'Une règle lit des nombres, des dates ou des textes : ajoutez d’abord ces questions.'}
      </p>
    )
  return (
    <button
      type="button"
      class="btn quiet"
      onClick={() => {
        const edit = addRule(content, check, titleFor(check, questions))
        if (!edit) return
        board.apply(edit)
        board.select(edit.at, 'properties')
        board.say(`Règle ${id} : ajout fait. Dites ce qu’elle vérifie.`)
      }}
    >
      Ajouter une règle
    </button>
  )
}
