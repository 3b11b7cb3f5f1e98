import type { JSX } from 'preact'
import { nameOf, textOf } from '../../../forms/editing/items.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { withSections } from '../../../forms/editing/sections.ts'
import { setProperty } from '../../../forms/editing/set-property.ts'
import { Field } from '../../shared/field.tsx'
import type { Board } from './board.ts'

/** Who fills a page, and what its part is called where parts are listed. */
export const PageRole = ({ board, name }: { board: Board; name: string }): JSX.Element => {
  const { definition, info } = board.content
  const said = Array.isArray(info.sections) ? info.sections : undefined
  const pages = Array.isArray(definition.pages) ? definition.pages : []
  // Publication writes the parts that nobody has said anything of: what is shown is what it will write.
  const sections = said ?? withSections({ ...info, sections: [] }, pages).sections
  const all = Array.isArray(sections) ? sections.filter(isObject) : []
  const section = all.find((each) => nameOf(each) === name)
  const set = (key: 'title' | 'role', value: string, label: string): void => {
    const next = all.map((each) => (nameOf(each) === name ? { ...each, [key]: value } : each))
    const index = said?.indexOf(section ?? null) ?? -1
    board.apply(
      index < 0
        ? setProperty(board.content, '/info', 'sections', { value: next, label: `${label} de « ${name} »` })
        : setProperty(board.content, `/info/sections/${index}`, key, {
            value,
            label: `${label} de « ${name} »`,
          }),
    )
  }
  if (!section) return <p class="hint">Cette page n’a pas encore de nom technique.</p>
  return (
    <>
      <Field name="plan-role" label="Remplie par">
        {(tied) => (
          <select
            {...tied}
            value={textOf(section.role)}
            disabled={board.isReadOnly}
            onChange={(event) => set('role', event.currentTarget.value, 'Modifier le rôle')}
          >
            <option value="saisie-activite">Qui saisit l’activité</option>
            <option value="saisie-financiere">Qui saisit les finances</option>
          </select>
        )}
      </Field>
      {said ? (
        <Field
          name="plan-partie"
          label="Titre de la partie"
          hint="Dans les listes et les rappels : celui de la page, tant qu’un autre n’est pas écrit ici."
        >
          {(tied) => (
            <input
              {...tied}
              autocomplete="off"
              value={textOf(section.title)}
              readOnly={board.isReadOnly}
              onInput={(event) => set('title', event.currentTarget.value, 'Modifier le titre de la partie')}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
