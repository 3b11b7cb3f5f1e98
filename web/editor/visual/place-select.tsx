import type { JSX } from 'preact'
import type { AnswerPlace } from '../../../forms/editing/answer-places.ts'
import { OptionsByPage } from './options-by-page.tsx'

type Props = {
  readonly label: string
  /** A control that has its label beside it. */
  readonly id?: string
  /** The pattern chosen; `''` for none. */
  readonly value: string
  readonly places: readonly AnswerPlace[]
  /** What is said for none; absent where one must be chosen. */
  readonly none?: string
  readonly isReadOnly: boolean
  readonly onChange: (pattern: string) => void
}

/** A place of answers, chosen by page. One that is gone is shown as it is written, until another is chosen. */
export const PlaceSelect = ({ label, id, value, places, none, isReadOnly, onChange }: Props): JSX.Element => {
  const isGone = value !== '' && !places.some(({ pattern }) => pattern === value)
  return (
    <select
      class="control"
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={value}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {isGone ? <option value={value}>{value} (n’existe plus)</option> : null}
      <OptionsByPage options={places.map(({ pattern, title, page }) => ({ value: pattern, title, page }))} />
    </select>
  )
}
