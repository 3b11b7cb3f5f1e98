import type { JSX } from 'preact'
import type { Bin, Figures, Numbers } from '../../forms/results-wire.ts'
import { counted } from './campaign-words.ts'
import { FoldedTable } from './folded-table.tsx'
import { BarChart } from './results-bars.tsx'
import {
  amountWords,
  binWords,
  countWords,
  dayName,
  HIDDEN,
  monthWords,
  numberLines,
  shareOf,
} from './results-words.ts'
import { spreadOf } from './spread-shape.ts'

type Props = { readonly numbers: Numbers; readonly isMoney: boolean; readonly title: string }

/** What numbers come to: their total and their middle, how they spread, and how many of each size. */
export const NumbersFigure = ({ numbers, isMoney, title }: Props): JSX.Element => {
  const { count, sum, mean, median, bins } = numbers
  if (count === 0) return <p class="quiet-text">Aucune réponse.</p>
  if (sum === null)
    return (
      <p class="note">
        Chiffres masqués : trop peu de dossiers, ou ils permettraient de retrouver un chiffre masqué.
      </p>
    )
  const lines = numberLines(numbers, isMoney)
  return (
    <>
      <dl class="figures">
        <Fact name="Total" value={amountWords(sum, isMoney)} />
        <Fact name="Moyenne" value={amountWords(mean, isMoney)} />
        <Fact name="Médiane" value={amountWords(median, isMoney)} />
      </dl>
      <SpreadDrawing {...{ numbers, isMoney, title }} />
      {bins && bins.length > 1 ? <Histogram {...{ bins, isMoney, title }} /> : null}
      <FoldedTable
        of={title}
        head={['Mesure', 'Valeur']}
        rows={[
          ...lines.map(([name, value]) => ({ key: name, head: name, cells: [value] })),
          ...(bins ?? []).map((bin) => ({
            key: `${bin.from} ${bin.to}`,
            head: `Réponses : ${binWords(bin, isMoney)}`,
            cells: [countWords(bin.count)],
          })),
        ]}
      />
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const WIDTH = 600
const HEIGHT = 36

/** From the least to the most, with the middle half as a box and the median as a line across it. */
const SpreadDrawing = ({ numbers, isMoney, title }: Props): JSX.Element | null => {
  const spread = spreadOf(numbers, WIDTH)
  if (!spread) return null
  const { left, right, boxLeft, boxRight, middle } = spread
  const { min, q1, median, q3, max } = numbers
  const word = (value: number | null) => amountWords(value, isMoney)
  return (
    <figure class="spread">
      <svg
        role="img"
        aria-label={`${title} : de ${word(min)} à ${word(max)} ; la moitié des réponses entre ${word(q1)} et ${word(q3)}, la médiane à ${word(median)}`}
        viewBox={`-2 0 ${WIDTH + 4} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <line class="spread-line" x1={left} x2={right} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <line class="spread-line" x1={left} x2={left} y1="8" y2={HEIGHT - 8} />
        <line class="spread-line" x1={right} x2={right} y1="8" y2={HEIGHT - 8} />
        <rect
          class="spread-box"
          x={boxLeft}
          y="4"
          width={Math.max(1, boxRight - boxLeft)}
          height={HEIGHT - 8}
        />
        <line class="spread-middle" x1={middle} x2={middle} y1="1" y2={HEIGHT - 1} />
      </svg>
      <figcaption>
        <span>min. {word(min)}</span>
        <span>
          la moitié entre {word(q1)} et {word(q3)}
        </span>
        <span>max. {word(max)}</span>
      </figcaption>
    </figure>
  )
}

/** How many numbers of each size, as columns; how many stands over each, the two ends below. */
const Histogram = ({
  bins,
  isMoney,
  title,
}: {
  bins: readonly Bin[]
  isMoney: boolean
  title: string
}): JSX.Element => {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const [first, last] = [bins[0], bins.at(-1)]
  return (
    <figure class="histogram">
      <ol aria-label={`Graphique : ${title}, nombre de réponses de chaque taille`}>
        {bins.map((bin) => (
          <li key={`${bin.from} ${bin.to}`}>
            <span class="sr-only">{binWords(bin, isMoney)} : </span>
            {countWords(bin.count)}
            <svg aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none">
              <rect
                class="bar-fill"
                y={100 - shareOf(bin.count, most)}
                width="10"
                height={shareOf(bin.count, most)}
              />
            </svg>
          </li>
        ))}
      </ol>
      <figcaption aria-hidden="true">
        <span>{first ? binWords(first, isMoney) : ''}</span>
        <span>{last ? binWords(last, isMoney) : ''}</span>
      </figcaption>
    </figure>
  )
}

/** Days: the first, the middle one and the last, and how many a month. */
export const DatesFigure = ({
  figures,
  title,
}: {
  figures: Extract<Figures, { kind: 'dates' }>
  title: string
}): JSX.Element => {
  const { count, first, median, last, months } = figures
  if (count === 0) return <p class="quiet-text">Aucune réponse.</p>
  const lines = [
    ['Premier jour', dayName(first)],
    ['Jour médian', dayName(median)],
    ['Dernier jour', dayName(last)],
  ] as const
  const most = Math.max(1, ...(months ?? []).map((month) => month.count))
  return (
    <>
      {lines.every(([, value]) => value === HIDDEN) ? null : (
        <dl class="figures">
          {lines.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      )}
      <BarChart
        of={`${title}, par mois`}
        whole={most}
        bars={(months ?? []).map((month) => ({
          key: month.from,
          label: monthWords(month.from, month.to),
          size: month.count,
          said: countWords(month.count),
        }))}
      />
      <FoldedTable
        of={title}
        head={['Mesure', 'Valeur']}
        rows={[
          ...lines.map(([name, value]) => ({ key: name, head: name, cells: [value] })),
          ...(months ?? []).map((month) => ({
            key: month.from,
            head: monthWords(month.from, month.to),
            cells: [counted(month.count, 'réponse')],
          })),
        ]}
      />
    </>
  )
}
