import { type Choice, type Input, type Part, type Question, useParts } from './survey-parts.ts'

type MatrixRow = Part & { readonly name: string; readonly text: string; value: unknown }

export type MatrixQuestion = Question & {
  readonly visibleRows: readonly MatrixRow[]
  readonly visibleColumns: readonly Choice[]
}

/** One choice a row. */
export const MatrixInput: Input<MatrixQuestion> = ({ question }) => {
  useParts(question)
  return (
    <table class="q-grid stacks choices" aria-labelledby={question.a11y_input_ariaLabelledBy ?? undefined}>
      <thead>
        <tr>
          <td />
          {question.visibleColumns.map(({ value, locText }) => (
            <th scope="col" key={value}>
              {locText.renderedHtml}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {question.visibleRows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.text}</th>
            {question.visibleColumns.map(({ value, locText }) => (
              <td key={value}>
                <label>
                  <input
                    type="radio"
                    name={`${question.renderedId}-${row.name}`}
                    checked={row.value === value}
                    disabled={question.isInputReadOnly}
                    aria-label={`${row.text} : ${locText.renderedHtml}`}
                    onChange={() => {
                      row.value = value
                    }}
                  />
                  <span>{locText.renderedHtml}</span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
