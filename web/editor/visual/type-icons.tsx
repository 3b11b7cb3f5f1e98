// A drawing for each type of question, ours, beside its name in words.
import type { JSX } from 'preact'

const paths: Record<string, string> = {
  whole: 'M3 1.8h7l3 3v9.4H3zM10 1.8v3h3M5.5 8h5M5.5 11h5',
  page: 'M3 1.8h10v12.4H3zM5.5 5h5',
  panel: 'M1.8 3.5h12.4v9.7H1.8zM4.5 1.8v3.4M4.5 8.5h7',
  text: 'M1.8 5h12.4v6H1.8zM4.2 7v2',
  comment: 'M1.8 2.5h12.4v11H1.8zM4.2 5.5h7.6M4.2 8h7.6M4.2 10.5h4',
  number: 'M5.5 2.5l-1 11M11.5 2.5l-1 11M2.5 6h11.2M2.3 10h11.2',
  money: 'M12 4.2a4.8 4.8 0 1 0 0 7.6M2.5 6.8h6M2.5 9.2h6',
  date: 'M2 3.5h12v10.7H2zM2 6.8h12M5 1.8v3M11 1.8v3',
  email: 'M1.8 3.5h12.4v9H1.8zM2 4l6 4.8L14 4',
  tel: 'M4 1.8h2.2l1.2 3.4-1.6 1.4a8 8 0 0 0 3.6 3.6l1.4-1.6 3.4 1.2V12a2 2 0 0 1-2.2 2.2A11.4 11.4 0 0 1 1.8 4 2 2 0 0 1 4 1.8z',
  siret: 'M2 14.2V6l6-4 6 4v8.2zM6.5 14V9.5h3V14',
  radiogroup: 'M4 2.6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM4 9.4a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8.5 4.6h6M8.5 11.4h6',
  yesno: 'M1.5 8.5l2.4 2.4L8 6M10.5 6.5l4 4m0-4l-4 4',
  dropdown: 'M1.8 4h12.4v8H1.8zM8.6 7l1.9 2 1.9-2',
  checkbox: 'M2 2.6h4v4H2zM2 9.4h4v4H2zM2.9 4.6l.9.9 1.4-1.6M8.5 4.6h6M8.5 11.4h6',
  tagbox: 'M1.8 4h12.4v8H1.8zM4 6.6h3v2.8H4zM9 6.6h3v2.8H9z',
  boolean: 'M5.5 4.5h5a3.5 3.5 0 0 1 0 7h-5a3.5 3.5 0 0 1 0-7zM10.5 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  rating: 'M8 1.8l1.9 4 4.3.6-3.1 3 .8 4.4L8 11.7l-3.9 2.1.8-4.4-3.1-3 4.3-.6z',
  ranking: 'M3 2.5v11M1.5 4L3 2.5 4.5 4M7.5 4h7M7.5 8h5M7.5 12h3',
  matrix: 'M1.8 2.5h12.4v11H1.8zM1.8 6.2h12.4M6 2.5v11M8.6 8.4a1 1 0 1 0 .1 0M11.8 11a1 1 0 1 0 .1 0',
  matrixdropdown: 'M1.8 2.5h12.4v11H1.8zM1.8 6.2h12.4M1.8 9.9h12.4M6 2.5v11M10.1 2.5v11',
  matrixdynamic: 'M1.8 2h12.4v8H1.8zM1.8 6h12.4M6 2v8M8 11.5v3.5M6.2 13.2h3.6',
  multipletext: 'M1.8 2.5h12.4v3H1.8zM1.8 6.8h12.4v3H1.8zM1.8 11h12.4v3H1.8z',
  paneldynamic: 'M1.8 4.5h9.4v9.4H1.8zM4.8 4.5v-3h9.4v9.4h-3M6.5 7v4.4M4.3 9.2h4.4',
  expression: 'M12 3.5V2H3.5L8 8l-4.5 6H12v-1.5',
  html: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2V11M8 4.8v.4',
  image: 'M1.8 2.5h12.4v11H1.8zM1.8 11l3.7-4 3 3 2-2 3.7 3.5M10.8 5.2a.8.8 0 1 0 .1 0',
  slider: 'M1.8 8h12.4M6 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  imagepicker: 'M1.8 2.5h5.4v5.4H1.8zM8.8 2.5h5.4v5.4H8.8zM2 12.5l1.8 1.7 3.2-3.6M9 12.5h5',
  file: 'M10.5 5.5L6 10a1.6 1.6 0 0 0 2.3 2.3l4.6-4.7a3 3 0 0 0-4.3-4.3L4 8a4.4 4.4 0 0 0 6.2 6.2l3.3-3.3',
}

/** A decorative drawing: the type stands in words beside it. */
export const TypeIcon = ({ type }: { type: string }): JSX.Element => (
  <svg
    class="type-icon"
    aria-hidden="true"
    focusable="false"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={paths[type] ?? 'M2.5 2.5h11v11h-11zM6.5 6.2a1.6 1.6 0 1 1 1.5 2v.8M8 11.2v.2'} />
  </svg>
)
