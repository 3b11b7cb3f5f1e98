import type { JSX } from 'preact'
import { deadlineBadge } from '../../forms/dates.ts'

export type LeafTone = 'today' | 'week' | 'later' | 'rest'

/** Months too long for a leaf. */
const short: Readonly<Record<string, string>> = {
  janvier: 'janv.',
  février: 'févr.',
  juillet: 'juil.',
  septembre: 'sept.',
  octobre: 'oct.',
  novembre: 'nov.',
  décembre: 'déc.',
}

/** The last day before a limit, as a leaf of a calendar. For the eye: the words beside it say the whole date. */
export const DateLeaf = ({
  instant,
  zone,
  tone,
}: {
  instant: string
  zone: string
  tone: LeafTone
}): JSX.Element => {
  const { day, month } = deadlineBadge(instant, zone)
  const [name, year] = month.split(' ')
  return (
    <div class={`leaf ${tone}`} aria-hidden="true">
      <span class="leaf-month">{short[name ?? ''] ?? name}</span>
      <b>{day}</b>
      <span class="leaf-year">{year}</span>
    </div>
  )
}
