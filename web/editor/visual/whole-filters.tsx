import type { JSX } from 'preact'
import type { AnswerPlace } from '../../../forms/editing/answer-places.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { addFilter, changeFilter, filterPattern, removeFilter } from '../../../forms/editing/whole-marks.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { PlaceSelect } from './place-select.tsx'
import { TakeOut } from './take-out.tsx'

type Props = { readonly board: Board; readonly places: readonly AnswerPlace[] }

const BY = { territory: 'Où cela se passe', level: 'Pour qui', organisation: 'Qui répond' } as const
const MOST = 8

/** By which answers the results of a campaign may be narrowed. */
export const WholeFilters = ({ board, places }: Props): JSX.Element => {
  const { results } = board.content.info
  const filters = isObject(results) && Array.isArray(results.filters) ? results.filters : []
  const choices = places.filter(({ kind }) => kind === 'choice')
  const offered = choices.map((place) => ({ ...place, pattern: filterPattern(place) }))
  const change = (index: number, key: string, value: string) =>
    board.apply(changeFilter(board.content, index, { [key]: value }))
  return (
    <>
      {filters.map((filter, index) =>
        isObject(filter) ? (
          <div key={index} class="plan-validator">
            <Field name={`plan-filtre-${index}`} label={`Nom du filtre ${index + 1}`}>
              {(tied) => (
                <input
                  {...tied}
                  autocomplete="off"
                  value={typeof filter.label === 'string' ? filter.label : ''}
                  readOnly={board.isReadOnly}
                  onInput={(event) => change(index, 'label', event.currentTarget.value)}
                />
              )}
            </Field>
            <Field name={`plan-filtre-${index}-ou`} label="Selon la réponse à">
              {({ id }) => (
                <PlaceSelect
                  id={id}
                  label="Selon la réponse à"
                  value={typeof filter.at === 'string' ? filter.at : ''}
                  places={offered}
                  isReadOnly={board.isReadOnly}
                  onChange={(pattern) => change(index, 'at', pattern)}
                />
              )}
            </Field>
            <Field name={`plan-filtre-${index}-dit`} label="Dit">
              {(tied) => (
                <select
                  {...tied}
                  value={typeof filter.by === 'string' ? filter.by : ''}
                  disabled={board.isReadOnly}
                  onChange={(event) => change(index, 'by', event.currentTarget.value)}
                >
                  {Object.entries(BY).map(([by, words]) => (
                    <option key={by} value={by}>
                      {words}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TakeOut
              board={board}
              said="Filtre retiré."
              onAct={() => board.apply(removeFilter(board.content, index))}
            >
              Retirer<span class="sr-only"> le filtre {index + 1}</span>
            </TakeOut>
          </div>
        ) : null,
      )}
      {board.isReadOnly || filters.length >= MOST ? null : (
        <Field name="plan-filtre" label="Ajouter un filtre selon la réponse à">
          {({ id }) => (
            <PlaceSelect
              key={filters.length}
              id={id}
              label="Ajouter un filtre selon la réponse à"
              none="Choisir une question…"
              value=""
              places={offered}
              isReadOnly={false}
              onChange={(pattern) => {
                const place = choices.find((one) => filterPattern(one) === pattern)
                if (place) board.apply(addFilter(board.content, place))
              }}
            />
          )}
        </Field>
      )}
    </>
  )
}
