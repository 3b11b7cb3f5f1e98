import type { JSX } from 'preact'
import type { Board } from './board.ts'
import { NumberField } from './number-field.tsx'

/** How long it takes to fill, as people are told before they start. */
export const InfoMinutes = ({ board }: { board: Board }): JSX.Element => (
  <NumberField
    board={board}
    pointer="/info"
    json={board.content.info}
    property="estimatedMinutes"
    facts={{ type: 'number' }}
  />
)
