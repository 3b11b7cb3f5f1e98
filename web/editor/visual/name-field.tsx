import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { isPage, nameFault } from '../../../forms/editing/names.ts'
import { rename } from '../../../forms/editing/rename.ts'
import { renameAt } from '../../../forms/editing/rename-path.ts'
import { targetAt } from '../../../forms/editing/targets.ts'
import { usesOf } from '../../../forms/editing/uses.ts'
import { AskingContext } from '../asking.ts'
import { keepRename } from '../renames.ts'
import { AnswersFollow } from './answers-follow.tsx'
import type { Board } from './board.ts'
import { TypedCode } from './typed-code.tsx'

type Props = { readonly board: Board; readonly pointer: string; readonly name: string }

/** The name by which answers are kept. Changed as a whole, with all that uses it, which is told. */
export const NameField = ({ board, pointer, name }: Props): JSX.Element => {
  const { formId } = useContext(AskingContext)
  const [typed, setTyped] = useState(name)
  const isChanged = typed.trim() !== name
  const fault = isChanged ? nameFault(board.content, pointer, typed.trim()) : undefined
  const uses = usesOf(board.content, [targetAt(board.content, pointer)])
  const act = (): void => {
    if (!isChanged || fault) return
    keepRename(formId, renameAt(board.content, pointer, typed.trim()))
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
      <TypedCode
        property="name"
        value={typed}
        fault={fault}
        isReadOnly={board.isReadOnly}
        onType={setTyped}
      />
      {isPage(pointer) ? null : (
        <AnswersFollow board={board} pointer={pointer} isChanged={isChanged && !fault} />
      )}
      {isChanged && !fault ? (
        <button type="submit" class="btn quiet">
          Renommer partout
        </button>
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
