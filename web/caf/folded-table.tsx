import type { ComponentChildren, JSX } from 'preact'

type Props = {
  /** What it is a table of: said to those who hear it, among many. */
  readonly of: string
  readonly head: readonly ComponentChildren[]
  readonly rows: readonly {
    readonly key: string
    readonly head: ComponentChildren
    readonly cells: readonly ComponentChildren[]
  }[]
}

/** The table behind a drawing: folded on a screen, there on paper (results.css). */
export const FoldedTable = ({ of, head, rows }: Props): JSX.Element => (
  <details class="folded">
    <summary>
      Voir le tableau<span class="sr-only"> : {of}</span>
    </summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
    <section class="scroll" aria-label={`Tableau : ${of}`} tabIndex={0}>
      <table>
        <caption class="sr-only">{of}</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th scope="col" key={i} {...(i > 0 ? { class: 'n' } : {})}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, i) => (
                <td class="n" key={i}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)
