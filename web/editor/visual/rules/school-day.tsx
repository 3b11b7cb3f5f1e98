import type { JSX } from 'preact'

type Props = {
  readonly label: string
  /** A month and a day: `09-01`. */
  readonly value: string
  readonly isReadOnly: boolean
  readonly onChange: (value: string) => void
}

/** A day of every year: « [1] [septembre] ». */
export const SchoolDay = ({ label, value, isReadOnly, onChange }: Props): JSX.Element => {
  const [month = '01', day = '01'] = value.split('-')
  const days = DAYS[Number(month) - 1] ?? 31
  return (
    <span class="rule-day">
      <select
        class="control"
        aria-label={`${label}, jour`}
        value={day}
        disabled={isReadOnly}
        onChange={(event) => onChange(`${month}-${event.currentTarget.value}`)}
      >
        {Array.from({ length: days }, (_, i) => (
          <option key={i} value={twoDigits(i + 1)}>
            {i === 0 ? '1er' : i + 1}
          </option>
        ))}
      </select>
      <select
        class="control"
        aria-label={`${label}, mois`}
        value={month}
        disabled={isReadOnly}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          const last = DAYS[Number(chosen) - 1] ?? 31
          onChange(`${chosen}-${twoDigits(Math.min(Number(day), last))}`)
        }}
      >
        {MONTHS.map((name, i) => (
          <option key={name} value={twoDigits(i + 1)}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)
