import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { elementNameOf, elementTexts, setElementName } from '../../../forms/editing/element-name.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

type Props = { readonly board: Board; readonly pointer: string; readonly json: JsonObject }

/** What one of a repeated block is called, from which its title and the words of its buttons are made. */
export const ElementName = ({ board, pointer, json }: Props): JSX.Element => {
  const said = elementNameOf(json)
  const [typed, setTyped] = useState(said)
  // Spaces and capitals stay as they are typed, for as long as they name the same.
  const isSame = elementTexts(typed).templateTitle === elementTexts(said).templateTitle
  return (
    <Field
      name="plan-element"
      label="Comment appeler un élément ?"
      hint="Avec « un » ou « une » devant. « une sortie » donne les titres « Sortie 1 », « Sortie 2 », et le bouton « Ajouter une sortie »."
    >
      {(tied) => (
        <input
          {...tied}
          class="control short"
          autocomplete="off"
          maxLength={60}
          value={isSame ? typed : said}
          readOnly={board.isReadOnly}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value)
            board.apply(setElementName(board.content, pointer, currentTarget.value))
          }}
        />
      )}
    </Field>
  )
}
