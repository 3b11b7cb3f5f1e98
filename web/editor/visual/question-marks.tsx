import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isObject, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import { markWords } from '../../../forms/editing/marks.ts'
import { familyWords } from '../../../forms/editing/other-forms.ts'
import {
  carrySources,
  departementsIn,
  isCarried,
  prefillSources,
  setCarried,
  setCommunes,
  setPrefilled,
} from '../../../forms/editing/set-marks.ts'
import { Field } from '../../shared/field.tsx'
import { quoted } from '../../shared/words.ts'
import type { Board } from './board.ts'
import { ConcernedRules } from './rules/concerned-rules.tsx'

type Props = { readonly board: Board; readonly pointer: string; readonly json: JsonObject }

/** What the platform does with a question: fills it, takes it from another year, judges it. */
export const QuestionMarks = ({ board, pointer, json }: Props): JSX.Element => {
  const name = typeof json.name === 'string' ? json.name : ''
  const { info } = board.content
  const prefilled = isObject(info.prefilled) ? info.prefilled[name] : undefined
  const others = markWords(info, { name }).filter((words) => OTHERS.has(words))
  return (
    <>
      {json.type === 'text' || prefilled !== undefined ? (
        <Field name="plan-prefilled" label="Préremplie par la plateforme" hint="La réponse ne se saisit pas.">
          {(tied) => (
            <select
              {...tied}
              value={typeof prefilled === 'string' ? prefilled : ''}
              disabled={board.isReadOnly}
              onChange={(event) =>
                board.apply(setPrefilled(board.content, pointer, event.currentTarget.value || undefined))
              }
            >
              <option value="">Non</option>
              {Object.entries(prefillSources).map(([source, words]) => (
                <option key={source} value={source}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <fieldset class="field">
        <legend>Reprise d’une autre année</legend>
        {carrySources(board.content).map((source) => (
          <label key={`${source.from} ${source.year}`} class="choice">
            <input
              type="checkbox"
              checked={isCarried(board.content, name, source)}
              disabled={board.isReadOnly}
              onChange={(event) =>
                board.apply(setCarried(board.content, name, source, event.currentTarget.checked))
              }
            />
            <span>
              {source.year === 'previous' ? 'L’année précédente' : 'La même année'},{' '}
              {source.from === (info.kind ?? info.id)
                ? 'de ce questionnaire'
                : `du questionnaire ${quoted(familyWords(source.from))}`}
              <small>La réponse est proposée, et à confirmer.</small>
            </span>
          </label>
        ))}
      </fieldset>
      {json.type === 'dropdown' ? <Communes board={board} name={name} /> : null}
      {others.length > 0 ? (
        <p class="hint">Sert aussi à {others.join(', ')} : cela se modifie dans « Tout le questionnaire ».</p>
      ) : null}
      <ConcernedRules board={board} name={name} />
    </>
  )
}

const OTHERS = new Set([
  'un filtre des résultats',
  'l’estimation de la prestation',
  'ce qu’ouvre la validation',
])

const Communes = ({ board, name }: { board: Board; name: string }): JSX.Element => {
  const known = isObject(board.content.info.communes) ? board.content.info.communes[name] : undefined
  const said = Array.isArray(known) ? known.join(', ') : ''
  const [typed, setTyped] = useState<string>()
  return (
    <Field
      name="plan-communes"
      label="Communes proposées"
      hint="Les numéros des départements, comme 73 ou 73, 74 : leurs communes deviennent les choix à la publication."
    >
      {(tied) => (
        <input
          {...tied}
          autocomplete="off"
          value={typed ?? said}
          readOnly={board.isReadOnly}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (typed !== undefined && typed !== said)
              board.apply(setCommunes(board.content, name, departementsIn(typed)))
            setTyped(undefined)
          }}
        />
      )}
    </Field>
  )
}
