import type { JSX } from 'preact'
import { pointer } from '../../forms/problems.ts'
import type { SectionOutline } from '../shared/outline.ts'

type Props = {
  readonly outline: readonly SectionOutline[]
  /** Pointers into the answers. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** The questions that a request is about, by section: each section unfolds. */
export const QuestionPicker = ({ outline, chosen, onChoose }: Props): JSX.Element => (
  <fieldset class="field">
    <legend>Questions concernées (facultatif)</legend>
    <p class="hint">
      Elles sont marquées « À corriger » dans le questionnaire du partenaire.{' '}
      {chosen.length > 0 ? `${chosen.length} ${chosen.length > 1 ? 'choisies' : 'choisie'}.` : ''}
    </p>
    {outline.map(({ name, title, blocks }) => {
      const fields = blocks.flatMap((block) => block.fields).filter(({ type }) => type !== 'expression')
      const count = fields.filter((field) => chosen.includes(pointer(field.name))).length
      return (
        <details key={name}>
          <summary>
            {title}
            {count > 0 ? `, ${count} ${count > 1 ? 'choisies' : 'choisie'}` : ''}
          </summary>
          {fields.map((field) => {
            const at = pointer(field.name)
            return (
              <label key={field.name} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(at)}
                  onChange={({ currentTarget }) =>
                    onChoose(currentTarget.checked ? [...chosen, at] : chosen.filter((it) => it !== at))
                  }
                />
                <span>{field.title}</span>
              </label>
            )
          })}
        </details>
      )
    })}
  </fieldset>
)
