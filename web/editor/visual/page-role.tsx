import type { JSX } from 'preact'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

/** Who fills a page, and what its part is called where parts are listed. */
export const PageRole = ({ board, name }: { board: Board; name: string }): JSX.Element => {
  const { sections } = board.content.info
  const index = Array.isArray(sections)
    ? sections.findIndex((section) => isObject(section) && section.name === name)
    : -1
  const section = Array.isArray(sections) ? sections[index] : undefined
  if (!isObject(section))
    return (
      <p class="hint">Le rôle qui remplit cette page sera ajouté à la publication : saisie de l’activité.</p>
    )
  const at = `/info/sections/${index}`
  const set = (key: string, value: string, label: string) =>
    board.apply(setProperty(board.content, at, key, { value, label: `${label} de « ${name} »` }))
  return (
    <>
      <Field
        name="plan-partie"
        label="Titre de la partie"
        hint="Dans les listes et les rappels. Suit le titre de la page tant qu’ils sont les mêmes."
      >
        {(tied) => (
          <input
            {...tied}
            autocomplete="off"
            value={typeof section.title === 'string' ? section.title : ''}
            readOnly={board.isReadOnly}
            onInput={(event) => set('title', event.currentTarget.value, 'Modifier le titre de la partie')}
          />
        )}
      </Field>
      <Field name="plan-role" label="Remplie par">
        {(tied) => (
          <select
            {...tied}
            value={typeof section.role === 'string' ? section.role : ''}
            disabled={board.isReadOnly}
            onChange={(event) => set('role', event.currentTarget.value, 'Modifier le rôle')}
          >
            <option value="saisie-activite">La saisie de l’activité</option>
            <option value="saisie-financiere">La saisie financière</option>
          </select>
        )}
      </Field>
    </>
  )
}
