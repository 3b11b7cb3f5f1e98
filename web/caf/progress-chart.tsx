import type { JSX } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { CampaignSummary, type DayCounts } from '../../forms/cockpit-wire.ts'
import { request } from '../shared/api.ts'
import { Refusal } from '../shared/refusal.tsx'
import { useLoad } from '../shared/use-load.ts'
import { counted } from './campaign-words.ts'
import { drawn, tickDays } from './chart-shape.ts'
import { dayWords } from './opening.ts'
import { statusOrder } from './rows.ts'
import { wordsFor } from './status-bar.tsx'

type Props = {
  readonly campaign: CampaignView
  /** Says when to read it again: what the counts of the list are. */
  readonly standing: string
}

/** How a campaign came to where it is, day by day: drawn, and as the table that the drawing is of. */
export const ProgressChart = ({ campaign, standing }: Props): JSX.Element => {
  const { id, zone } = campaign
  const load = useCallback(
    async (signal: AbortSignal) =>
      (
        await request(`/campaigns/${encodeURIComponent(id)}/summary`, {
          read: (body) => CampaignSummary.parse(body),
          signal,
        })
      ).body,
    [id],
  )
  const [loaded, again] = useLoad(load)
  const read = useRef(standing)
  useEffect(() => {
    if (read.current === standing) return
    read.current = standing
    again()
  }, [standing, again])
  const summary = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <section class="card progress-card" aria-labelledby="avancement">
      <h2 id="avancement">Avancement</h2>
      {loaded.state === 'failed' ? <Refusal error={loaded.error} /> : null}
      {summary ? <Drawing days={summary.days} zone={zone} /> : <div class="skeleton" aria-hidden="true" />}
      {summary?.draftPercent === undefined ? null : (
        <p class="quiet-text">
          Les brouillons sont remplis à {summary.draftPercent} % en moyenne, d’après leurs questions
          obligatoires.
        </p>
      )}
      {summary ? <DaysTable days={summary.days} zone={zone} /> : null}
    </section>
  )
}

const dayName = (day: string, zone: string): string => dayWords(`${day}T12:00:00.000Z`, zone)

const WIDTH = 640
const HEIGHT = 150

const Drawing = ({ days, zone }: { days: readonly DayCounts[]; zone: string }): JSX.Element => {
  const last = days.at(-1)
  if (days.length === 1) {
    return (
      <p>
        La courbe commencera demain : elle montrera, jour après jour, les dossiers commencés, transmis et
        validés.
      </p>
    )
  }
  const said = last
    ? statusOrder
        .filter((status) => last.counts[status] > 0)
        .map((status) => `${last.counts[status]} ${wordsFor(status, last.counts[status])}`)
        .join(', ')
    : ''
  return (
    <figure class="progress-figure">
      <svg
        role="img"
        aria-label={`Avancement en ${counted(days.length, 'jour')}. Au dernier : ${said}. Le tableau sous le dessin donne chaque jour.`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {drawn(days, statusOrder, { width: WIDTH, height: HEIGHT }).map(({ status, points }) => (
          <polygon key={status} class={`step-${status}`} points={points} />
        ))}
      </svg>
      <figcaption class="progress-days">
        {tickDays(days).map((day) => (
          <span key={day}>{dayName(day, zone)}</span>
        ))}
      </figcaption>
    </figure>
  )
}

const DaysTable = ({ days, zone }: { days: readonly DayCounts[]; zone: string }): JSX.Element => {
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // On paper there is nothing to unfold.
    const unfold = () => place.current?.setAttribute('open', '')
    addEventListener('beforeprint', unfold)
    return () => removeEventListener('beforeprint', unfold)
  }, [])
  return (
    <details ref={place}>
      <summary>Les chiffres, jour par jour</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section class="scroll days" aria-label="Avancement jour par jour" tabIndex={0}>
        <table>
          <caption class="sr-only">Nombre de dossiers dans chaque état, en fin de journée</caption>
          <thead>
            <tr>
              <th scope="col">Jour</th>
              {statusOrder.map((status) => (
                <th scope="col" key={status}>
                  {wordsFor(status, 2)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, counts }) => (
              <tr key={day}>
                <th scope="row">{dayName(day, zone)}</th>
                {statusOrder.map((status) => (
                  <td key={status}>{counts[status].toLocaleString('fr-FR')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
