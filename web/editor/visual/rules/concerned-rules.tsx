import type { JSX } from 'preact'
import { objectAt } from '../../../../forms/editing/items.ts'
import { keysOfPointer } from '../../../../forms/editing/json-pointer.ts'
import { type EditedRule, editedRules } from '../../../../forms/editing/rule-edits.ts'
import type { Content } from '../../../../forms/editing-wire.ts'
import { checksIn, patternsOf } from '../../../../forms/rule-patterns.ts'
import type { Board } from '../board.ts'
import { effectWords } from './effect-words.ts'

type Props = { readonly board: Board; readonly name: string }

/** The rules that read a question, each of which opens. */
export const ConcernedRules = ({ board, name }: Props): JSX.Element | null => {
  const rules = concernedRules(board.content, name)
  return rules.length === 0 ? null : (
    <>
      <h4>Règles de cohérence qui lisent cette question</h4>
      <ul class="plain rules">
        {rules.map(({ id, title, kind, pointer }) => (
          <li key={pointer} class="rule-row">
            <span class="rule-id">{id}</span>
            <span class="rule-what">
              <button
                type="button"
                class="link rule-open"
                onClick={() => board.select(pointer, 'properties')}
              >
                <span class="sr-only">Ouvrir la règle {id} : </span>
                {title || 'Règle sans titre'}
              </button>
              <small>{effectWords[kind].tag}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The rules of a questionnaire that read one of its questions, by its name. */
export const concernedRules = (content: Content, name: string): EditedRule[] =>
  editedRules(content).filter(
    ({ pointer }) =>
      name !== '' &&
      checksIn(objectAt(content, pointer))
        .flatMap(patternsOf)
        .some(({ pattern }) => [name, `${name}-total`].includes(rootOf(pattern))),
  )

const rootOf = (pattern: string): string => (pattern.startsWith('/') ? (keysOfPointer(pattern)[0] ?? '') : '')
