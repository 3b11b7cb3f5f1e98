import type { JSX } from 'preact'
import type { AnswerPlace } from '../../../forms/editing/answer-places.ts'
import { isObject, type JsonObject } from '../../../forms/editing/json-pointer.ts'
import { setOpening } from '../../../forms/editing/whole-marks.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { CheckBox } from './check-box.tsx'
import { PlaceSelect } from './place-select.tsx'

type Props = { readonly board: Board; readonly places: readonly AnswerPlace[] }

/** What the Caf's validation of a response brings about, and the questions that say of whom. */
export const WholeOpening = ({ board, places }: Props): JSX.Element => {
  const says = isObject(board.content.info.onValidation) ? board.content.info.onValidation : {}
  const organisation = isObject(says.organisation) ? says.organisation : undefined
  const project = isObject(says.project) ? says.project : undefined
  const texts = places.filter(({ kind, pattern }) => kind === 'text' && isQuestion(pattern))
  const tables = places
    .filter(({ kind }) => kind === 'lines')
    .map((place) => ({ ...place, pattern: place.pattern.replace(/\/\*$/, '') }))
    .filter(({ pattern }) => isQuestion(pattern))
  const apply = (part: 'organisation' | 'project', json: JsonObject | undefined) =>
    board.apply(setOpening(board.content, part, json))
  const question = (part: 'organisation' | 'project', json: JsonObject, key: string, words: Words) => (
    <Field name={`plan-${part}-${key}`} label={words.label} hint={words.hint}>
      {({ id }) => (
        <PlaceSelect
          id={id}
          label={words.label}
          value={typeof json[key] === 'string' && json[key] !== '' ? `/${json[key]}` : ''}
          places={words.places ?? texts}
          none={key === 'name' ? 'Choisir une question…' : 'Aucune'}
          isReadOnly={board.isReadOnly}
          onChange={(pattern) => apply(part, withName(json, key, pattern.slice(1)))}
        />
      )}
    </Field>
  )
  return (
    <>
      <CheckBox
        board={board}
        isOn={organisation !== undefined}
        onChange={(isOn) =>
          apply('organisation', isOn ? { name: guessed(board, 'organisation.name') } : undefined)
        }
      >
        La validation inscrit l’organisation<small>Avec les accès de ses membres.</small>
      </CheckBox>
      {organisation ? (
        <>
          {question('organisation', organisation, 'name', { label: 'Nom de l’organisation' })}
          {question('organisation', organisation, 'siret', { label: 'Numéro SIRET' })}
          {question('organisation', organisation, 'rna', {
            label: 'Numéro RNA',
            hint: 'L’un des deux numéros suffit.',
          })}
          {question('organisation', organisation, 'people', {
            label: 'Personnes à habiliter',
            hint: 'Un tableau avec les colonnes « mel » et « roles ».',
            places: tables,
          })}
        </>
      ) : null}
      <CheckBox
        board={board}
        isOn={project !== undefined}
        onChange={(isOn) =>
          apply('project', isOn ? { name: guessed(board, 'project.name'), years: 1 } : undefined)
        }
      >
        La validation inscrit un projet<small>Pour les années de sa convention.</small>
      </CheckBox>
      {project ? (
        <>
          {question('project', project, 'name', { label: 'Nom du projet' })}
          <Field name="plan-project-years" label="Nombre d’années">
            {(tied) => (
              <select
                {...tied}
                class="control short"
                value={String(project.years ?? '')}
                disabled={board.isReadOnly}
                onChange={(event) =>
                  apply('project', { ...project, years: Number(event.currentTarget.value) })
                }
              >
                {[1, 2, 3, 4, 5, 6].map((years) => (
                  <option key={years} value={String(years)}>
                    {years}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      ) : null}
    </>
  )
}

type Words = { readonly label: string; readonly hint?: string; readonly places?: readonly AnswerPlace[] }

const isQuestion = (pattern: string): boolean => /^\/[^/]+$/.test(pattern)

/** The question that the platform fills with the same fact, or none. */
const guessed = ({ content: { info } }: Board, fact: string): string =>
  Object.entries(isObject(info.prefilled) ? info.prefilled : {}).find(([, source]) => source === fact)?.[0] ??
  ''

/** The name alone is always there: without it the part would open nothing. */
const withName = (json: JsonObject, key: string, name: string): JsonObject =>
  name === '' && key !== 'name'
    ? Object.fromEntries(Object.entries(json).filter(([other]) => other !== key))
    : { ...json, [key]: name }
