// The drawing of a campaign's progress as numbers: one layer a status, laid one on the other. Pure.
import type { DayCounts } from '../../forms/cockpit-wire.ts'
import type { ResponseStatus } from '../../forms/nouns/history.ts'

type Layer = { readonly status: ResponseStatus; readonly points: string }
type Size = { readonly width: number; readonly height: number }

/** The layers from the bottom up, as the points of polygons; a day alone is drawn as wide as all. */
export const drawn = (
  days: readonly DayCounts[],
  order: readonly ResponseStatus[],
  { width, height }: Size,
): Layer[] => {
  const whole = days.length === 1 ? [...days, ...days] : days
  const most = Math.max(
    1,
    ...whole.map(({ counts }) => order.reduce((sum, status) => sum + counts[status], 0)),
  )
  const x = (i: number) => rounded((width * i) / (whole.length - 1))
  const y = (count: number) => rounded(height - (height * count) / most)
  let below = whole.map(() => 0)
  return order.flatMap((status) => {
    const floor = below
    const top = whole.map(({ counts }, i) => (floor[i] ?? 0) + counts[status])
    below = top
    if (whole.every(({ counts }) => counts[status] === 0)) return []
    const up = top.map((count, i) => `${x(i)},${y(count)}`)
    const down = floor.map((count, i) => `${x(i)},${y(count)}`).toReversed()
    return { status, points: [...up, ...down].join(' ') }
  })
}

/** The days written under the drawing: the first, the last and one between. */
export const tickDays = (days: readonly DayCounts[]): string[] => {
  const places = new Set([0, Math.floor((days.length - 1) / 2), days.length - 1])
  return [...places].flatMap((place) => days[place]?.day ?? [])
}

const rounded = (value: number): number => Math.round(value * 10) / 10
