import type { JSX } from 'preact'
import type { StatusCounts } from '../../forms/campaign-rows-wire.ts'
import type { ResponseStatus } from '../../forms/nouns/history.ts'
import { statusOrder } from './rows.ts'

const words: Record<ResponseStatus, readonly [one: string, several: string]> = {
  validated: ['validé', 'validés'],
  submitted: ['transmis, à lire', 'transmis, à lire'],
  'to-correct': ['à corriger', 'à corriger'],
  draft: ['brouillon', 'brouillons'],
  called: ['non commencé', 'non commencés'],
  missed: ['non transmis', 'non transmis'],
}

type Props = {
  counts: StatusCounts
  chosen: ResponseStatus | undefined
  onChoose: (status: ResponseStatus | undefined) => void
}

/** Where the responses of a campaign stand: a bar, and its legend, whose entries filter the table. */
export const StatusBar = ({ counts, chosen, onChoose }: Props): JSX.Element => {
  const present = statusOrder.filter((status) => counts[status] > 0)
  const total = present.reduce((sum, status) => sum + counts[status], 0)
  const said = present.map((status) => `${counts[status]} ${wordsFor(status, counts[status])}`).join(', ')
  let left = 0
  return (
    <section class="card status" aria-labelledby="etats">
      <h2 id="etats" class="sr-only">
        Où en sont les dossiers
      </h2>
      <svg
        class="seg"
        role="img"
        aria-label={`${total} dossiers : ${said}`}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
      >
        {present.map((status) => {
          const width = (100 * counts[status]) / total
          const x = left
          left += width
          return <rect key={status} class={`step-${status}`} x={x} y="0" width={width} height="4" />
        })}
      </svg>
      <ul class="plain legend" aria-label="Filtrer les dossiers par état">
        {present.map((status) => (
          <li key={status}>
            <button
              type="button"
              aria-pressed={chosen === status}
              onClick={() => onChoose(chosen === status ? undefined : status)}
            >
              <b>{counts[status]}</b>
              <span>
                <svg class="k" aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
                  <rect class={`step-${status}`} width="12" height="12" rx="3" />
                </svg>{' '}
                {wordsFor(status, counts[status])}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a count of responses in a status is called: « brouillons ». */
export const wordsFor = (status: ResponseStatus, count: number): string => words[status][count > 1 ? 1 : 0]
