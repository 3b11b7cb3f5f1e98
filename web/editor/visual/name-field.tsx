import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { nameFault } from '../../../forms/editing/names.ts'
import { rename } from '../../../forms/editing/rename.ts'
import { targetAt } from '../../../forms/editing/targets.ts'
import { usesOf } from '../../../forms/editing/uses.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { propertyWords } from './property-words.ts'

type Props = { readonly board: Board; readonly pointer: string; readonly name: string }

/** The name by which answers are kept. Changed as a whole, with all that uses it, which is told. */
export const NameField = ({ board, pointer, name }: Props): JSX.Element => {
  const [typed, setTyped] = useState(name)
  const isChanged = typed.trim() !== name
  const fault = isChanged ? nameFault(board.content, pointer, typed.trim()) : undefined
  const uses = usesOf(board.content, [targetAt(board.content, pointer)])
  const { label, hint } = propertyWords('name')
  const act = (): void => {
    if (!isChanged || fault) return
    board.apply(rename(board.content, pointer, typed.trim()))
    const followed = uses.map(({ words }) => words)
    board.say(
      followed.length === 0
        ? `« ${name} » s’appelle maintenant « ${typed.trim()} ».`
        : `« ${name} » s’appelle maintenant « ${typed.trim()} ». Ont suivi : ${followed.join(', ')}.`,
    )
  }
  return (
    <form
      class="plan-name"
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <Field name="plan-name" label={label} hint={hint} faults={fault ? [fault] : []}>
        {(tied) => (
          <input
            {...tied}
            class="typed-code"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            readOnly={board.isReadOnly}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {isChanged && !fault ? (
        <>
          <p class="hint">
            Si des réponses ont déjà été données sous ce nom, « Essayer le changement sur les dossiers »
            demandera de relier l’ancien au nouveau.
          </p>
          <button type="submit" class="btn quiet">
            Renommer partout
          </button>
        </>
      ) : null}
      {uses.length > 0 ? (
        <details class="plan-uses">
          <summary>
            Utilisé à {uses.length} {uses.length === 1 ? 'endroit' : 'endroits'}
          </summary>
          <ul>
            {uses.map(({ pointer: at, words }) => (
              <li key={`${at} ${words}`}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </form>
  )
}
