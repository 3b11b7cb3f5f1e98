import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { entryOf } from '../../../forms/editing/entries.ts'
import { listAt } from '../../../forms/editing/items.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { listOf } from '../../../forms/editing/move.ts'
import { recode } from '../../../forms/editing/recode.ts'
import { renameAt } from '../../../forms/editing/rename-path.ts'
import { Field } from '../../shared/field.tsx'
import { AskingContext } from '../asking.ts'
import { keepRename } from '../renames.ts'
import { AnswersFollow } from './answers-follow.tsx'
import type { Board } from './board.ts'
import { propertyWords } from './property-words.ts'

type Props = { readonly board: Board; readonly pointer: string; readonly json: JsonObject }

/** The code that answers keep of a choice: given once, and said to be so. */
export const CodeField = ({ board, pointer, json }: Props): JSX.Element => {
  const code = String(json.value ?? '')
  const { formId } = useContext(AskingContext)
  const [typed, setTyped] = useState(code)
  const others = listAt(board.content, listOf(pointer)).filter((one) => one !== json)
  const isTaken = others.some((one) => String(entryOf(one)?.value) === typed.trim())
  const isWrong = typed.trim() === '' || isTaken
  const { label, hint } = propertyWords('value')
  return (
    <>
      <Field
        name="plan-value"
        label={label}
        hint={hint}
        faults={
          isTaken ? ['Ce code est déjà celui d’un autre.'] : typed.trim() === '' ? ['Donnez un code.'] : []
        }
      >
        {(tied) => (
          <input
            {...tied}
            class="typed-code"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            readOnly={board.isReadOnly}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => {
              if (isWrong || typed.trim() === code) return
              keepRename(formId, renameAt(board.content, pointer, typed.trim()))
              board.apply(recode(board.content, pointer, typed.trim()))
            }}
          />
        )}
      </Field>
      <AnswersFollow board={board} pointer={pointer} isChanged={!isWrong && typed.trim() !== code} />
    </>
  )
}
