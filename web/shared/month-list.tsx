import type { ComponentChildren, JSX } from 'preact'
import { byMonth } from './months.ts'

type Dated = { readonly id: string; readonly closesAt: string; readonly zone: string }
type Props<D> = {
  readonly deadlines: readonly D[]
  readonly now: string
  /** One deadline, inside a list item. */
  readonly show: (deadline: D) => ComponentChildren
}

/** Deadlines month by month: those to come, then the past ones, folded. */
export const MonthList = <D extends Dated>({ deadlines, now, show }: Props<D>): JSX.Element => {
  const coming = deadlines.filter(({ closesAt }) => closesAt > now)
  const past = deadlines.filter(({ closesAt }) => closesAt <= now)
  return (
    <>
      {coming.length === 0 ? <p class="lead">Aucune échéance à venir.</p> : null}
      <Months deadlines={coming} show={show} />
      {past.length > 0 ? (
        <details class="past-months">
          <summary>{past.length === 1 ? 'Une échéance passée' : `${past.length} échéances passées`}</summary>
          <Months deadlines={past} show={show} latestFirst />
        </details>
      ) : null}
    </>
  )
}

const Months = <D extends Dated>({
  deadlines,
  show,
  latestFirst = false,
}: Pick<Props<D>, 'deadlines' | 'show'> & { latestFirst?: boolean }): JSX.Element => {
  const months = byMonth(deadlines)
  return (
    <>
      {(latestFirst ? months.toReversed() : months).map(({ month, items }) => (
        <section key={month} aria-label={month}>
          <h2 class="month">{month}</h2>
          <ol class="plain stack">
            {items.map((deadline) => (
              <li key={deadline.id} class="card date-row">
                {show(deadline)}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
