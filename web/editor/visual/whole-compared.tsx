import type { JSX } from 'preact'
import { type AnswerPlace, isNumeric } from '../../../forms/editing/answer-places.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { FAMILIES, familyWords } from '../../../forms/editing/other-forms.ts'
import { carrySources } from '../../../forms/editing/set-marks.ts'
import { isCompared, setCompared, setComparedWith } from '../../../forms/editing/whole-marks.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

type Props = { readonly board: Board; readonly places: readonly AnswerPlace[] }

/** With which questionnaire the answers are compared, and which of them. */
export const WholeCompared = ({ board, places }: Props): JSX.Element => {
  const { compared, kind, id } = board.content.info
  const chosen = isObject(compared) && typeof compared.with === 'string' ? compared.with : ''
  const known = new Set([...Object.keys(FAMILIES), ...carrySources(board.content).map(({ from }) => from)])
  const kinds = [...known, ...(chosen && !known.has(chosen) ? [chosen] : [])].filter(
    (one) => one !== (kind ?? id) || one === chosen,
  )
  const shown = places.filter((place) => isCompared(board.content, place.pattern))
  return (
    <>
      <Field
        name="plan-compared"
        label="Comparé au questionnaire"
        hint="Du même projet et de la même année. Les questions de même nom se lisent côte à côte."
      >
        {(tied) => (
          <select
            {...tied}
            value={chosen}
            disabled={board.isReadOnly}
            onChange={(event) =>
              board.apply(setComparedWith(board.content, event.currentTarget.value, places))
            }
          >
            <option value="">Aucun</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {familyWords(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen === '' ? null : (
        <>
          <ul class="plain">
            {shown.map((place) => (
              <li key={place.pattern} class="entry">
                <span class="link-like">{place.title}</span>
                {board.isReadOnly ? null : (
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      board.apply(setCompared(board.content, place, false))
                      board.say(`« ${place.title} » : n’est plus comparé.`)
                    }}
                  >
                    Retirer<span class="sr-only"> {place.title}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p class="hint">
            {places.filter(isNumeric).length === 0
              ? 'Ce questionnaire n’a pas de nombre à comparer.'
              : 'Une ligne s’ajoute depuis sa question ou sa colonne, sous « Dans la plateforme ».'}
          </p>
        </>
      )}
    </>
  )
}
