import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { answerPlaces } from '../../../../forms/editing/answer-places.ts'
import type { Board } from '../board.ts'
import { PlaceSelect } from '../place-select.tsx'

type Props = {
  readonly board: Board
  readonly label: string
  readonly value: string
  /** Those that are offered. */
  readonly patterns: readonly string[]
  readonly onChange: (pattern: string) => void
}

/** One answer, in the middle of a sentence. */
export const SinglePlace = ({ board, label, value, patterns, onChange }: Props): JSX.Element => {
  const { content, isReadOnly } = board
  const places = useMemo(() => answerPlaces(content), [content.definition])
  const offered = new Set([...patterns, value])
  return (
    <PlaceSelect
      {...{ label, value, isReadOnly, onChange }}
      places={places.filter(({ pattern }) => offered.has(pattern))}
    />
  )
}
