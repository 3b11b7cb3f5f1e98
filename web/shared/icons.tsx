// Small drawings that stand beside words, never instead of them. Drawn here rather than taken from a font, whose
// symbols differ from one machine to the next.
import type { JSX } from 'preact'

const paths = {
  circle: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  check: 'M2.5 8.5l3.7 3.7 7.3-8',
  'double-check': 'M1 8.8l3.2 3.2 6-7M7.6 11.4l.8.8 6.6-7.4',
  back: 'M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7',
  cross: 'M3.5 3.5l9 9m0-9l-9 9',
  alert: 'M8 1.8l6.7 12H1.3zM8 6.2v3.6M8 11.6v.4',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.4 1.8',
  mail: 'M1.8 3.5h12.4v9H1.8zM2 4l6 4.8L14 4',
  calendar: 'M2 3.5h12v10.7H2zM2 6.8h12M5 1.8v3M11 1.8v3',
  offline:
    'M1.8 1.8l12.4 12.4M3.5 8.5a6.5 6.5 0 0 1 3-1.7M5.8 11a3.2 3.2 0 0 1 4.2-.2M1.5 6a10 10 0 0 1 2.6-1.8M7 3.4A9.6 9.6 0 0 1 14.5 6M11 7.6a6.5 6.5 0 0 1 1.5 1',
  lock: 'M3.5 7h9v7h-9zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2',
  pen: 'M10.8 2.6l2.6 2.6-7.8 7.8-3.2.6.6-3.2zM9 4.4L11.6 7',
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM10.5 10.5l3.7 3.7',
  download: 'M8 2v8.2M4.6 7L8 10.4 11.4 7M2.5 13.8h11',
  upload: 'M8 10.4V2.2M4.6 5.4L8 2l3.4 3.4M2.5 13.8h11',
  sort: 'M5 6l3-3.4L11 6M5 10l3 3.4L11 10',
  up: 'M4.5 9.5L8 5.8l3.5 3.7',
  down: 'M4.5 6.5L8 10.2l3.5-3.7',
} as const

export type IconName = keyof typeof paths

/** A decorative drawing: the words beside it say the same. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element => (
  <svg
    aria-hidden="true"
    focusable="false"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={paths[name]} />
    {name === 'half' ? <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" /> : null}
  </svg>
)

/** The mark of the product: a day torn off a calendar, and done. */
export const Mark = (): JSX.Element => (
  <svg aria-hidden="true" focusable="false" width="28" height="28" viewBox="0 0 28 28">
    <rect x="2" y="3" width="24" height="23" rx="6" fill="currentColor" />
    <path d="M6 10.5h16" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".55" />
    <path
      d="M8.8 17.2l3.5 3.5 6.9-7"
      fill="none"
      stroke="#fff"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)
