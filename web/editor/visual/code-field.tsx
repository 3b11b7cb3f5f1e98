import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { entryOf } from '../../../forms/editing/entries.ts'
import { listAt } from '../../../forms/editing/items.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { listOf } from '../../../forms/editing/move.ts'
import { recode } from '../../../forms/editing/recode.ts'
import { renameAt } from '../../../forms/editing/rename-path.ts'
import { AskingContext } from '../asking.ts'
import { keepRename } from '../renames.ts'
import { AnswersFollow } from './answers-follow.tsx'
import type { Board } from './board.ts'
import { TypedCode } from './typed-code.tsx'

type Props = { readonly board: Board; readonly pointer: string; readonly json: JsonObject }

/** The code that answers keep of a choice: given once, and said to be so. */
export const CodeField = ({ board, pointer, json }: Props): JSX.Element => {
  const code = String(json.value ?? '')
  const { formId } = useContext(AskingContext)
  const [typed, setTyped] = useState(code)
  const others = listAt(board.content, listOf(pointer)).filter((one) => one !== json)
  const isTaken = others.some((one) => String(entryOf(one)?.value) === typed.trim())
  const fault = isTaken
    ? 'Ce code est déjà celui d’un autre.'
    : typed.trim() === ''
      ? 'Donnez un code.'
      : undefined
  return (
    <>
      <TypedCode
        property="value"
        value={typed}
        fault={fault}
        isReadOnly={board.isReadOnly}
        onType={setTyped}
        onLeave={() => {
          if (fault || typed.trim() === code) return
          keepRename(formId, renameAt(board.content, pointer, typed.trim()))
          board.apply(recode(board.content, pointer, typed.trim()))
        }}
      />
      <AnswersFollow board={board} pointer={pointer} isChanged={!fault && typed.trim() !== code} />
    </>
  )
}
