import type { JSX } from 'preact'
import type { Figures, Part } from '../../forms/results-wire.ts'
import { FoldedTable } from './folded-table.tsx'
import { BarChart } from './results-bars.tsx'
import { mostByUnit, numbersOf } from './results-scale.ts'
import { amountWords, countWords, HIDDEN, shareOf, shareWords } from './results-words.ts'

type Of<K extends Figures['kind']> = Extract<Figures, { kind: K }>

/** A row of choices for each row: a strip a row, its figures in words under it. */
export const MatrixFigure = ({ figures, title }: { figures: Of<'matrix'>; title: string }): JSX.Element => (
  <>
    <ul class="plain strips" aria-label={`Graphique : ${title}`}>
      {figures.rows.map(({ code, text, bars }) => {
        const whole = bars.reduce((sum, { count }) => sum + (count ?? 0), 0)
        const isHidden = bars.some(({ count }) => count === null)
        let left = 0
        return (
          <li key={code}>
            <span class="bar-label">{text}</span>
            <svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect class={isHidden ? 'bar-hidden' : 'bar-track'} width="100" height="10" />
              {isHidden
                ? null
                : bars.map((bar, i) => {
                    const width = shareOf(bar.count, whole)
                    const x = left
                    left += width
                    return <rect key={bar.code} class={`strip-${i % 5}`} x={x} width={width} height="10" />
                  })}
            </svg>
            <span class="strip-said">
              {bars.map((bar, i) => (
                <span key={bar.code}>
                  <svg class="k" aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
                    <rect class={`strip-${i % 5}`} width="12" height="12" rx="3" />
                  </svg>{' '}
                  {bar.text} <b>{countWords(bar.count)}</b>
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
    <FoldedTable
      of={title}
      head={['', ...figures.columns.map(({ text }) => text), 'Réponses']}
      rows={figures.rows.map(({ code, text, answered, bars }) => ({
        key: code,
        head: text,
        cells: [
          ...bars.map(({ count }) =>
            count === null ? HIDDEN : `${countWords(count)} (${shareWords(count, answered) || '–'})`,
          ),
          countWords(answered),
        ],
      }))}
    />
  </>
)

/** The columns of numbers of a table: their sums by row, and what stands beside them in the table. */
export const TableFigure = ({
  figures,
  title,
}: {
  figures: Of<'table'>
  title: string
}): JSX.Element | null => {
  const { columns, rows, totals } = figures
  const numeric = columns.flatMap((column, i) =>
    rows.some(({ parts }) => parts[i] && numbersOf(parts[i])) ? [{ ...column, i }] : [],
  )
  if (numeric.length === 0) return null
  const cellOf = (row: (typeof rows)[number], i: number) => row.parts[i] && numbersOf(row.parts[i])
  const totalOf = (code: string) => totals.find(({ path }) => path.endsWith(`/${code}`))
  const mostOf = mostByUnit(rows.flatMap(({ parts }) => parts))
  return (
    <>
      {numeric.map(({ i, code, text }) => (
        <div class="column" key={code}>
          {numeric.length > 1 ? <h4>{text}</h4> : null}
          <BarChart
            of={`${title}, ${text}`}
            whole={mostOf(rows.some((row) => cellOf(row, i)?.isMoney))}
            bars={rows.map((row) => {
              const cell = cellOf(row, i)
              return {
                key: row.code,
                label: row.text,
                size: cell?.numbers.sum === null ? null : Math.abs(cell?.numbers.sum ?? 0),
                said: cell && cell.numbers.count !== 0 ? amountWords(cell.numbers.sum, cell.isMoney) : '–',
              }
            })}
          />
        </div>
      ))}
      <FoldedTable
        of={title}
        head={['Ligne', 'Total', 'Moyenne', 'Médiane', 'Moitié centrale', 'Réponses']}
        rows={[
          ...rows.map((row) => ({ code: row.code, text: row.text, partOf: (i: number) => row.parts[i] })),
          {
            code: '',
            text: 'Ensemble, par dossier',
            partOf: (i: number) => totalOf(columns[i]?.code ?? ''),
          },
        ].flatMap(({ code, text, partOf }) =>
          numeric.map((column) => ({
            key: `${code} ${column.code}`,
            head: numeric.length > 1 ? `${text} : ${column.text}` : text,
            cells: measured(partOf(column.i)),
          })),
        )}
      />
    </>
  )
}

/** Total, mean, median, middle half and number of answers. */
const measured = (part: Part | undefined): string[] => {
  const cell = part && numbersOf(part)
  if (!cell) return ['–', '–', '–', '–', '–']
  const { numbers, isMoney } = cell
  const word = (value: number | null) => amountWords(value, isMoney, numbers.count === 0 ? '–' : HIDDEN)
  const half =
    numbers.q1 === null || numbers.q3 === null ? word(null) : `${word(numbers.q1)} à ${word(numbers.q3)}`
  return [word(numbers.sum), word(numbers.mean), word(numbers.median), half, countWords(numbers.count)]
}
