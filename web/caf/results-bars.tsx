import type { JSX } from 'preact'
import type { Bar, Figures } from '../../forms/results-wire.ts'
import { FoldedTable } from './folded-table.tsx'
import { amountWords, countWords, HIDDEN, shareOf, shareWords } from './results-words.ts'

/** More than this are not drawn: they stand in the table. */
const MOST_DRAWN = 12

export type DrawnBar = {
  readonly key: string
  readonly label: string
  /** What its length tells; null where it is hidden. */
  readonly size: number | null
  readonly said: string
}

/** Bars under one another, each with its words and its figure: nothing is told by length or colour alone. */
export const BarChart = ({ bars, whole, of }: { bars: readonly DrawnBar[]; whole: number; of: string }) => (
  <ul class="plain bars" aria-label={`Graphique : ${of}`}>
    {bars.map(({ key, label, size, said }) => (
      <li key={key}>
        <span class="bar-label">{label}</span>
        <svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
          <rect class={size === null ? 'bar-hidden' : 'bar-track'} width="100" height="10" />
          {size === null ? null : <rect class="bar-fill" width={shareOf(size, whole)} height="10" />}
        </svg>
        <span class="bar-said">{said}</span>
      </li>
    ))}
  </ul>
)

type ChoicesProps = {
  readonly figures: Extract<Figures, { kind: 'choices' }>
  readonly title: string
  readonly answered: number | null
  /** What is counted: dossiers, or lines of a list, where how many dossiers have some is told as well. */
  readonly isByLine: boolean
}

/** How often each choice was made. */
export const ChoicesFigure = ({ figures, title, answered, isByLine }: ChoicesProps): JSX.Element => {
  const { bars, isSeveral, isShortened, mean, median } = figures
  const total = bars.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const isWhole = bars.every(({ count }) => count !== null)
  // Who gave no document answered nothing: their whole is all of them.
  const whole = bars[0]?.code === 'given' && isWhole ? total : (answered ?? 0)
  const drawn = bars.slice(0, MOST_DRAWN).map(
    ({ code, text, count }): DrawnBar => ({
      key: code,
      label: text,
      size: count,
      said:
        count === null ? HIDDEN : [countWords(count), shareWords(count, whole)].filter(Boolean).join(' · '),
    }),
  )
  return (
    <>
      <BarChart bars={drawn} whole={whole} of={title} />
      {bars.length > MOST_DRAWN ? (
        <p class="quiet-text">Les {MOST_DRAWN} réponses les plus données ; toutes sont dans le tableau.</p>
      ) : null}
      {isShortened && bars.length === 0 ? <p class="quiet-text">Aucune réponse.</p> : null}
      {isSeveral ? (
        <p class="quiet-text">Plusieurs réponses étaient possibles, donc leur total peut dépasser 100 %.</p>
      ) : null}
      {mean === null || median === null ? null : (
        <p>
          Moyenne <strong>{amountWords(mean, false)}</strong>, médiane{' '}
          <strong>{amountWords(median, false)}</strong>
        </p>
      )}
      <FoldedTable
        of={title}
        head={['Réponse', isByLine ? 'Lignes' : 'Dossiers', 'Part', ...(isByLine ? ['Dossiers'] : [])]}
        rows={bars.map(({ code, text, count, dossiers }) => ({
          key: code,
          head: text,
          cells: [
            countWords(count),
            shareWords(count, whole) || '–',
            ...(isByLine ? [countWords(dossiers)] : []),
          ],
        }))}
      />
    </>
  )
}

type Ranked = Bar & { readonly rank: number | null }

/** Who came first how often, and the mean rank of each. */
export const RankingFigure = ({ bars, title }: { bars: readonly Ranked[]; title: string }): JSX.Element => {
  const whole = bars.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const rankWords = (rank: number | null) => (rank === null ? '' : `rang moyen ${amountWords(rank, false)}`)
  return (
    <>
      <BarChart
        of={`${title}, nombre de fois au premier rang`}
        whole={whole}
        bars={bars.map(({ code, text, count, rank }) => ({
          key: code,
          label: text,
          size: count,
          said:
            count === null
              ? HIDDEN
              : [`${countWords(count)} fois au premier rang`, rankWords(rank)].filter(Boolean).join(' · '),
        }))}
      />
      <FoldedTable
        of={title}
        head={['Réponse', 'Fois au premier rang', 'Rang moyen']}
        rows={bars.map(({ code, text, count, rank }) => ({
          key: code,
          head: text,
          cells: [countWords(count), rank === null ? '–' : amountWords(rank, false)],
        }))}
      />
    </>
  )
}
